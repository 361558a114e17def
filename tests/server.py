"""An OpenAI-compatible server of the standard library, whose answers a test decides."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, str, bytes]
"""(status, content type, body)."""


@dataclass
class Seen:
    """What a server was asked, with the headers, and how many requests it worked on at once."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    running: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def completion(text: str, finish: str = "stop") -> Reply:
    """The answer of a server that is well."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "system_fingerprint": ""}
    return 200, "application/json", json.dumps({**body, "choices": [choice], "usage": usage}).encode()


@contextmanager
def serving(reply: Callable[[Seen, dict[str, Any]], Reply | None], *, wait: float = 0.0) -> Iterator[Seen]:
    """Serve at a free port of this machine; a reply of None is an answer that never ends."""
    seen, over = Seen(), threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with seen.lock:
                seen.bodies.append(body)
                seen.headers.append({name.lower(): value for name, value in self.headers.items()})
                seen.running += 1
                seen.most = max(seen.most, seen.running)
            time.sleep(wait)
            found = reply(seen, body)
            with seen.lock:
                seen.running -= 1
            self.send(found) if found else self.go_on_and_on()

        def send(self, found: Reply) -> None:
            status, kind, content = found
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def go_on_and_on(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            try:
                while not over.wait(0.02):
                    self.wfile.write(b" ")
            except OSError:
                return  # the client has gone

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    seen.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield seen
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()
