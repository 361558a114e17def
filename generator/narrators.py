"""The narrators, by name: each turns a trace into a rationale and the name of the style it is in."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from generator.engine.program import Trace
from generator.models import endpoint, local
from generator.models.asking import Model
from generator.models.rewording import reword
from generator.narrate.narrator import narrate
from generator.types import Options, Problem, Question, Rationale, TracePileError, unknown

Narrator = Callable[[Problem, Trace, Question, Random, Options], tuple[Rationale, str]]
"""(problem, trace, question, randomness, options) -> rationale, style."""
DETERMINISTIC = "deterministic"


def deterministic(
    problem: Problem, trace: Trace, question: Question, rng: Random, options: Options
) -> tuple[Rationale, str]:
    """The narrator whose text is a function of the trace and the randomness."""
    return narrate(problem, trace, question, rng, options.style)


def by_model(reach: Callable[[Options], Model]) -> Narrator:
    """The narrator that puts the deterministic text in the words of a model, as far as the checker lets them in."""

    def reworded(
        problem: Problem, trace: Trace, question: Question, rng: Random, options: Options
    ) -> tuple[Rationale, str]:
        told, style = narrate(problem, trace, question, rng, options.style)
        return reword(told, style, problem, trace, question, reach(options), options), style

    return reworded


NARRATORS: dict[str, Narrator] = {
    DETERMINISTIC: deterministic,
    "transformers": by_model(local.reach),
    "endpoint": by_model(endpoint.reach),
}
CHECKS: dict[str, Callable[[Options], None]] = {"transformers": local.check, "endpoint": endpoint.check}
"""What has to be so before a narrator is asked for the first row; each raises TracePileError unless it is."""


def narrator(name: str) -> Narrator:
    """The narrator of a name; TracePileError with the known ones for any other."""
    if name not in NARRATORS:
        raise unknown("narrator", name, list(NARRATORS))
    return NARRATORS[name]


def check_narrator(options: Options) -> None:
    """Stop where the narrator lacks something, or where options are for another one."""
    if options.narrator == DETERMINISTIC and (options.model or options.base_url):
        raise TracePileError("--model and --base-url are for a narrator that is a model: name it with --narrator")
    if options.narrator != DETERMINISTIC and not options.model:
        raise TracePileError(f"--narrator {options.narrator} needs a model: name it with --model")
    if options.narrator in CHECKS:
        CHECKS[options.narrator](options)
