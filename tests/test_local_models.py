"""A model of the transformers library: a tiny one with random weights, made here, so that nothing is downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.models import local
from generator.models.asking import Answer, Ask
from generator.types import Options, TracePileError

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'tracepile[model]'")
pytest.importorskip("accelerate", reason="accelerate is not installed: pip install 'tracepile[model]'")
pytestmark = pytest.mark.filterwarnings("ignore")  # which torch and transformers raise about each other


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACEPILE_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of two layers whose tokens are the bytes of ASCII, and which knows nothing."""
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    start, end = "<s>", "</s>"
    words = [start, end, *map(chr, range(128))]
    plain = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token=start))
    plain.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    plain.decoder = decoders.Fuse()
    path = tmp_path_factory.mktemp("tiny")
    PreTrainedTokenizerFast(tokenizer_object=plain, bos_token=start, eos_token=end).save_pretrained(path)
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = LlamaConfig(vocab_size=len(words), max_position_embeddings=16_384, bos_token_id=0, eos_token_id=1, **sizes)
    LlamaForCausalLM(config).save_pretrained(path)
    return path


@pytest.fixture
def loaded(folder: Path) -> local.Loaded:
    return local.load(str(folder), "")


def answers(loaded: local.Loaded, asks: list[Ask]) -> list[Answer]:
    found: dict[int, Answer] = {}
    local.propose(loaded, asks, found.__setitem__)
    return [found[number] for number in range(len(asks))]


def asks(*texts: str, attempt: int = 0, tokens: int = 12) -> list[Ask]:
    return [Ask((("user", text),), 1, tokens, attempt) for text in texts]


TEXTS = ("What?", "What becomes of it, " * 9, "Why " * 30, "x")


def test_it_is_loaded_once_and_its_files_are_its_revision(folder: Path) -> None:
    options = Options(narrator="transformers", model=str(folder))
    assert local.load(str(folder), "") is local.load(str(folder), "")
    assert len(local.reach(options).revision) == 16
    assert local.load(str(folder), "").network.dtype == torch.float32


def test_a_batch_says_what_each_alone_would(loaded: local.Loaded) -> None:
    """Texts of other lengths in the batch, and so the padding on the left, change nothing."""
    together = answers(loaded, asks(*TEXTS))
    assert together == [answers(loaded, asks(text))[0] for text in TEXTS]
    assert len({answer.text for answer in together}) > 1


def test_texts_are_drawn_by_seed(loaded: local.Loaded) -> None:
    drawn = answers(loaded, asks(*TEXTS, attempt=1))
    assert drawn == answers(loaded, asks(*TEXTS, attempt=1))
    assert drawn != answers(loaded, asks(*TEXTS, attempt=2))


def test_a_text_that_comes_to_no_end_is_not_whole(loaded: local.Loaded) -> None:
    assert {answer.whole for answer in answers(loaded, asks("What?", tokens=3))} == {False}


def test_it_stops_at_the_end_of_the_piece(loaded: local.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made to write `a`, `b`, an end of the line, and so on; and to end a text by its own token."""
    script = [loaded.tokenizer.convert_tokens_to_ids(one) for one in ("a", "b", "\n", "c", "</s>", "d")]
    steps: list[int] = []

    def forward(*given: Any, **named: Any) -> Any:
        found = original(*given, **named)
        found.logits[:, -1, script[len(steps)]] = 1e4
        steps.append(1)
        return found

    original = loaded.network.forward
    monkeypatch.setattr(loaded.network, "forward", forward)
    assert answers(loaded, asks("What?")) == [Answer("ab", whole=True)]
    assert len(steps) == 3
    steps.clear()
    assert answers(loaded, [Ask((("user", "What?"),), 2, 12)]) == [Answer("ab\nc", whole=True)]
    assert len(steps) == 5


def test_where_memory_gives_out_the_batch_is_halved(loaded: local.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = answers(loaded, asks(*TEXTS))
    sizes: list[int] = []

    def generate(**named: Any) -> Any:
        sizes.append(len(named["input_ids"]))
        if sizes[-1] > most:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(**named)

    original, most = loaded.network.generate, 1
    monkeypatch.setattr(loaded.network, "generate", generate)
    assert answers(loaded, asks(*TEXTS)) == expected
    assert sizes == [4, 2, 1, 1, 2, 1, 1]
    most = 0
    with pytest.raises(TracePileError, match="run the same command again"):
        answers(loaded, asks(*TEXTS))


def test_a_fault_that_is_none_of_memory_is_not_hidden(loaded: local.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    def generate(**_: Any) -> Any:
        raise RuntimeError("shapes differ")

    monkeypatch.setattr(loaded.network, "generate", generate)
    with pytest.raises(RuntimeError, match="shapes differ"):
        answers(loaded, asks(*TEXTS))


def test_a_chat_template_is_used_if_there_is_one(loaded: local.Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    (ask,) = asks("What?")
    assert local._prompt(loaded.tokenizer, ask) == "<s>What?"
    template = (
        "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}{% if add_generation_prompt %}>{% endif %}"
    )
    monkeypatch.setattr(loaded.tokenizer, "chat_template", template)
    assert local._prompt(loaded.tokenizer, ask) == "[user]What?>"


def test_a_model_that_talks_nonsense_makes_true_rows(folder: Path) -> None:
    options = Options(narrator="transformers", model=str(folder), tries=2)
    told = pipeline.make_row("math", 3, 5, options).record
    assert told["completion"] == pipeline.make_row("math", 3, 5, Options()).record["completion"]
    assert told["provenance"]["model_pieces"] == 0
    assert told["provenance"]["model_tries"] == len(told["provenance"]["refused"]) == 2


def test_a_model_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(TracePileError, match="can't be loaded"):
        local.load(str(tmp_path / "nowhere"), "")
