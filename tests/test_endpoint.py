"""A model behind a server: what it answers is kept, and what goes wrong stops the build so that it can go on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import generator.build
from generator import pipeline
from generator.models import cache, endpoint
from generator.models.asking import Answer, Ask
from generator.types import Options, TracePileError
from server import Reply, Seen, completion, serving


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACEPILE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(endpoint, "BACK_OFF", 0.001)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)  # the server is on this machine
    monkeypatch.delenv(endpoint.KEY, raising=False)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def options(seen: Seen, **more: Any) -> Options:
    return Options(narrator="endpoint", model="org/m", base_url=seen.url, **more)


def facts(_: Seen, body: dict[str, Any]) -> Reply:
    """A server that says the facts of the piece."""
    said = body["messages"][-1]["content"]
    return completion(said.rpartition("Facts:\n")[2].removesuffix("\nText:"))


def asked(seen: Seen, number: int = 1, **more: Any) -> list[Answer]:
    asks = [Ask((("user", f"Say {one}."),), 1, 20) for one in range(number)]
    return cache.answers(endpoint.reach(options(seen, **more)), asks)


def test_rows_are_made_through_a_server() -> None:
    with serving(facts) as seen:
        told = pipeline.make_row("math", 3, 1, options(seen)).record
    assert told["completion"] == pipeline.make_row("math", 3, 1, Options()).record["completion"]
    assert told["narrator"] == "endpoint"
    assert told["provenance"]["model_pieces"] == told["provenance"]["pieces"] == len(seen.bodies)
    assert all(body["model"] == "org/m" and body["temperature"] == 0 for body in seen.bodies)


def test_requests_are_sent_some_at_a_time() -> None:
    with serving(lambda *_: completion("Yes."), wait=0.05) as seen:
        answers = asked(seen, 12, concurrency=3)
    assert answers == [Answer("Yes.", whole=True)] * 12
    assert 2 <= seen.most <= 3


@pytest.mark.parametrize(
    "fault",
    [
        (500, "text/plain", b"out of order"),
        (503, "text/html", b"<html>later</html>"),
        (429, "application/json", b"{}"),
        (200, "text/html", b"<html>welcome</html>"),
        (200, "application/json", b"{}"),
        (200, "application/json", b"[]"),
        (200, "application/json", b""),
    ],
)
def test_a_fault_that_passes_is_waited_for(fault: Reply) -> None:
    with serving(lambda seen, _: fault if len(seen.bodies) < 4 else completion("Yes.")) as seen:
        assert asked(seen) == [Answer("Yes.", whole=True)]
    assert len(seen.bodies) == 4
    with serving(lambda *_: fault) as seen, pytest.raises(TracePileError, match="run the same command again"):
        asked(seen, number=1, revision="2")
    assert len(seen.bodies) == endpoint.TRIES


def test_an_answer_that_never_ends_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "TIMEOUT", 0.2)
    with serving(lambda seen, _: None if len(seen.bodies) < 3 else completion("Yes.")) as seen:
        assert asked(seen) == [Answer("Yes.", whole=True)]
    with serving(lambda *_: completion("Late."), wait=0.5) as seen, pytest.raises(TracePileError, match="again"):
        asked(seen, revision="2")


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        (completion(""), Answer("", whole=True)),
        (completion("On and on", "length"), Answer("On and on", whole=False)),
        (completion("One.\nTwo.", "length"), Answer("One.", whole=True)),
        (completion("endless " * 100_000), Answer(("endless " * 100_000).strip(), whole=True)),
    ],
)
def test_odd_texts_are_answers(reply: Reply, answer: Answer) -> None:
    with serving(lambda *_: reply) as seen:
        assert asked(seen) == [answer]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_can_not_get_better_is_said_at_once(status: int) -> None:
    with serving(lambda *_: (status, "application/json", b'{"error": "no"}')) as seen, pytest.raises(TracePileError):
        asked(seen)
    assert len(seen.bodies) == 1


def test_the_key_is_sent_and_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(endpoint.KEY, "s3cret-key")
    monkeypatch.setenv("HF_TOKEN", "hf_of_the_hub")
    with (
        serving(lambda *_: (401, "application/json", b'{"error": "wrong key s3cret-key"}')) as seen,
        pytest.raises(TracePileError) as error,
    ):
        asked(seen)
    assert seen.headers[0]["authorization"] == "Bearer s3cret-key"
    assert "s3cret-key" not in str(error.value)
    monkeypatch.delenv(endpoint.KEY)
    with serving(lambda *_: completion("Yes.")) as seen:
        asked(seen)
    assert "hf_of_the_hub" not in str(seen.headers)


def test_a_dead_server_stops_a_build_that_goes_on_later(tmp_path: Path) -> None:
    """What was answered is not asked for again, and the rows are those of a build that nothing stopped."""

    def built(seen: Seen, out: Path) -> bytes:
        generator.build.build(["math"], 12, 0, out, 1, options(seen), progress=False)
        return b"".join(path.read_bytes() for path in sorted((out / "data").rglob("*.parquet")))

    with serving(lambda seen, body: facts(seen, body) if len(seen.bodies) <= 20 else (500, "", b"")) as seen:
        with pytest.raises(TracePileError, match=r"math row \d+ .*: the server at .* run the same command again"):
            built(seen, tmp_path / "one")
        answered = 20
    with serving(facts) as seen:
        one = built(seen, tmp_path / "one")
        later = len(seen.bodies)
    with serving(facts) as seen:
        assert built(seen, tmp_path / "two") == one
        assert not seen.bodies
    (tmp_path / "cache" / "answers.sqlite").unlink()
    with serving(facts) as seen:
        assert built(seen, tmp_path / "three") == one
        assert len(seen.bodies) == answered + later


def test_a_client_that_is_told_to_stay_offline_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr(endpoint, "BACK_OFF", 60.0)
    with serving(facts) as seen, pytest.raises(TracePileError, match="HF_HUB_OFFLINE"):
        asked(seen)


def test_nobody_listening_is_said() -> None:
    with serving(facts) as seen:
        pass
    with pytest.raises(TracePileError, match="run the same command again"):
        asked(seen)
