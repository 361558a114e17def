"""A Hub of this machine: a server that speaks its protocol over HTTP, as far as publishing and loading a dataset go."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote

WRITER, READER = "hf_writer", "hf_reader"
TOKENS = {WRITER: "write", READER: "read"}
OURS = ("maker", "org")
"""Where these tokens may make datasets."""
LARGE = re.compile(r".*\.parquet")
"""What goes to the store of large files."""

Reply = tuple[int, dict[str, str], bytes]
Files = dict[str, bytes]


@dataclass
class Repository:
    """A dataset: its states, the newest last, and its tags."""

    private: bool = False
    commits: dict[str, Files] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def head(self) -> str:
        return list(self.commits)[-1]

    @property
    def files(self) -> Files:
        return self.commits[self.head]

    def commit(self, files: Files) -> str:
        name = hashlib.sha1(repr((len(self.commits), sorted(files.items()))).encode()).hexdigest()  # noqa: S324
        self.commits[name] = files
        return name

    def find(self, revision: str) -> str | None:
        """The commit that a revision names."""
        commit = {"main": self.head, **self.tags}.get(revision, revision)
        return commit if commit in self.commits else None


@dataclass
class Trouble:
    """What goes wrong with the next requests that fit: a status to answer, or a connection that breaks."""

    request: str
    status: int = 0
    after: bool = False
    """Whether the request is carried out before the connection breaks."""
    times: int = 1
    first: Callable[[], Any] | None = None
    """What happens before the request is looked at, such as a commit of someone else."""


@dataclass
class Hub:
    """The state of the server, for tests to look at and to meddle with."""

    endpoint: str = ""
    repositories: dict[str, Repository] = field(default_factory=dict)
    store: dict[str, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    ignored: str = "nothing"
    """The paths that a .gitignore of a repository keeps out."""

    def trouble(self, request: str) -> Trouble | None:
        """The trouble that a request meets."""
        found = next((one for one in self.troubles if one.times and re.search(one.request, request)), None)
        if found:
            found.times -= 1
        return found

    def written(self) -> list[str]:
        """The requests so far that may change something."""
        harmless = re.compile(r"(GET|HEAD) |POST \S+/(paths-info|validate-yaml|preupload)\b")
        return [one for one in self.requests if not harmless.match(one)]


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    body: bytes
    token: str
    range: str = ""

    def json(self) -> Any:
        return json.loads(self.body)


def answer(value: Any, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return status, {"Content-Type": "application/json", **named}, json.dumps(value).encode()


def missing(what: str, status: int = 404) -> Reply:
    return answer({"error": f"{what}"}, status, X_Error_Code=what)


def reply(hub: Hub, asked: Request) -> Reply:
    """What the Hub answers."""
    for method, pattern, handler in ROUTES:
        if asked.method in method.split() and (found := re.fullmatch(pattern, asked.path)):
            return handler(hub, asked, *map(unquote, found.groups()))
    return missing("EntryNotFound")


def repository(handler: Callable[..., Reply], *, writes: bool = False) -> Callable[..., Reply]:
    """A handler that is given the repository, if there is one that the token opens."""

    def handled(hub: Hub, asked: Request, name: str, *parts: str) -> Reply:
        repo = hub.repositories.get(name)
        if repo is None or (repo.private and asked.token not in TOKENS):
            return missing("RepoNotFound")
        if writes and TOKENS.get(asked.token) != "write":
            return answer({"error": "Forbidden"}, 403, X_Error_Message="you don't have the rights")
        return handler(hub, asked, repo, *parts)

    return handled


def at_revision(handler: Callable[..., Reply], *, writes: bool = False) -> Callable[..., Reply]:
    """A handler that is given a commit of the repository."""

    def handled(hub: Hub, asked: Request, repo: Repository, revision: str, *parts: str) -> Reply:
        commit = repo.find(revision)
        return handler(hub, asked, repo, commit, *parts) if commit else missing("RevisionNotFound")

    return repository(handled, writes=writes)


def whoami(_: Hub, asked: Request) -> Reply:
    if asked.token not in TOKENS:
        return answer({"error": "Invalid credentials in Authorization header"}, 401)
    access = {"displayName": "ours", "role": TOKENS[asked.token]}
    return answer({"type": "user", "name": "maker", "auth": {"type": "access_token", "accessToken": access}})


def validate(_: Hub, asked: Request) -> Reply:
    good = asked.json()["content"].startswith("---\n")
    return answer({"errors": [] if good else [{"message": "no YAML"}], "warnings": []}, 200 if good else 400)


def create(hub: Hub, asked: Request) -> Reply:
    wanted = asked.json()
    name = f"{wanted['organization']}/{wanted['name']}"
    if TOKENS.get(asked.token) != "write" or wanted["organization"] not in OURS:
        return answer({"error": "Forbidden"}, 403, X_Error_Message=f"no rights for {wanted['organization']}")
    if name in hub.repositories:
        return answer({"error": "You already created this dataset repo"}, 409)
    hub.repositories[name] = Repository(wanted.get("visibility") == "private" or bool(wanted.get("private")))
    hub.repositories[name].commit({".gitattributes": b"*.parquet filter=lfs diff=lfs merge=lfs -text\n"})
    return answer({"url": f"{hub.endpoint}/datasets/{name}", "name": name})


def info(hub: Hub, asked: Request, repo: Repository, commit: str) -> Reply:
    name = name_of(hub, repo)
    siblings = [{"rfilename": path} for path in repo.commits[commit]]
    facts = {"id": name, "_id": "1", "author": "maker", "private": repo.private, "gated": False, "disabled": False}
    return answer({**facts, "sha": commit, "tags": [], "downloads": 0, "likes": 0, "siblings": siblings})


def name_of(hub: Hub, repo: Repository) -> str:
    return next(name for name, one in hub.repositories.items() if one is repo)


def refs(_: Hub, asked: Request, repo: Repository) -> Reply:
    tags = [{"name": name, "ref": f"refs/tags/{name}", "targetCommit": commit} for name, commit in repo.tags.items()]
    branch = {"name": "main", "ref": "refs/heads/main", "targetCommit": repo.head}
    return answer({"branches": [branch], "tags": tags, "converts": []})


def described(path: str, content: bytes) -> dict[str, Any]:
    """A file as the tree lists it."""
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324
    told = {"type": "file", "path": path, "size": len(content), "oid": blob}
    if not LARGE.fullmatch(path):
        return told
    sha = hashlib.sha256(content).hexdigest()
    # Git holds a pointer to a large file, whose hash says nothing of the content.
    return {**told, "oid": sha[:40], "lfs": {"oid": sha, "size": len(content), "pointerSize": 134}}


def folder(path: str) -> dict[str, Any]:
    return {"type": "directory", "path": path, "size": 0, "oid": hashlib.sha1(path.encode()).hexdigest()}  # noqa: S324


def folders(files: Files) -> set[str]:
    """The folders that hold files."""
    return {path[: slash.start()] for path in files for slash in re.finditer("/", path)}


def tree(_: Hub, asked: Request, repo: Repository, commit: str, inside: str = "") -> Reply:
    files, root = repo.commits[commit], inside.strip("/")
    if root and root not in folders(files):
        return missing("EntryNotFound")
    entries = [folder(path) for path in sorted(folders(files))]
    entries += [described(path, content) for path, content in sorted(files.items())]
    prefix = f"{root}/" if root else ""
    below = [one for one in entries if one["path"].startswith(prefix)]
    if asked.query.get("recursive", ["false"])[0].lower() not in ("true", "1"):
        below = [one for one in below if "/" not in one["path"].removeprefix(prefix)]
    return answer(below)


def paths_info(_: Hub, asked: Request, repo: Repository, commit: str) -> Reply:
    files = repo.commits[commit]
    paths = [path.strip("/") for path in parse_qs(asked.body.decode()).get("paths", [])]
    found = [described(path, files[path]) for path in paths if path in files]
    return answer(found + [folder(path) for path in paths if path in folders(files)])


def preupload(hub: Hub, asked: Request, repo: Repository, commit: str) -> Reply:
    files = repo.commits[commit]

    def mode(path: str) -> dict[str, Any]:
        large = bool(LARGE.fullmatch(path))
        told = described(path, files[path]) if path in files else {}
        oid = told["lfs"]["oid"] if told and large else told.get("oid")
        ignored = bool(re.fullmatch(hub.ignored, path))
        return {"path": path, "uploadMode": "lfs" if large else "regular", "shouldIgnore": ignored, "oid": oid}

    return answer({"files": [mode(file["path"]) for file in asked.json()["files"]]})


def batch(hub: Hub, asked: Request, repo: Repository) -> Reply:
    def told(one: dict[str, Any]) -> dict[str, Any]:
        actions = {"actions": {"upload": {"href": f"{hub.endpoint}/store/{one['oid']}"}}}
        return {"oid": one["oid"], "size": one["size"], **({} if one["oid"] in hub.store else actions)}

    return answer({"transfer": "basic", "objects": [told(one) for one in asked.json()["objects"]]})


def put(hub: Hub, asked: Request, oid: str) -> Reply:
    if hashlib.sha256(asked.body).hexdigest() != oid:
        return answer({"error": "the content isn't what its hash says"}, 400)
    hub.store[oid] = asked.body
    return answer({})


def commit(hub: Hub, asked: Request, repo: Repository, at: str) -> Reply:
    """All of a commit or nothing of it."""
    lines = [json.loads(line) for line in asked.body.splitlines()]
    if lines[0]["value"].get("parentCommit", at) != at:
        return answer({"error": "A commit has happened since. Please refresh and try again."}, 412)
    files = dict(repo.commits[at])
    for line in lines[1:]:
        path, value = line["value"]["path"], line["value"]
        if line["key"] == "deletedFile":
            if path not in files:
                return answer({"error": "A file with this name doesn't exist"}, 404, X_Error_Code="EntryNotFound")
            del files[path]
        elif line["key"] == "lfsFile":
            if value["oid"] not in hub.store:
                return answer({"error": f"{path} was never uploaded"}, 400)
            files[path] = hub.store[value["oid"]]
        else:
            files[path] = base64.b64decode(value["content"])
    name = repo.commit(files)
    url = f"{hub.endpoint}/datasets/{name_of(hub, repo)}/commit/{name}"
    return answer({"success": True, "commitOid": name, "commitUrl": url, "hookOutput": ""})


def set_tag(_: Hub, asked: Request, repo: Repository, commit: str) -> Reply:
    name = asked.json()["tag"]
    if name in repo.tags:
        return answer({"error": "Tag already exists"}, 409)
    repo.tags[name] = commit
    return answer({})


def drop_tag(_: Hub, asked: Request, repo: Repository, name: str) -> Reply:
    return answer({}) if repo.tags.pop(name, None) else missing("RevisionNotFound")


def resolve(_: Hub, asked: Request, repo: Repository, commit: str, path: str) -> Reply:
    content = repo.commits[commit].get(path)
    if content is None:
        return missing("EntryNotFound")
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    headers = {"Content-Type": "application/octet-stream", "ETag": etag, "X-Repo-Commit": commit}
    headers |= {"Accept-Ranges": "bytes", "X-Linked-Size": str(len(content)), "X-Linked-Etag": etag}
    if not (part := re.fullmatch(r"bytes=(\d+)-(\d*)", asked.range)):
        return 200, headers, content
    first, last = int(part[1]), min(int(part[2] or len(content)), len(content) - 1)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return 206, headers, content[first : last + 1]


API = r"/api/datasets/([^/]+/[^/]+)"
ROUTES: tuple[tuple[str, str, Callable[..., Reply]], ...] = (
    ("GET", "/api/whoami-v2", whoami),
    ("POST", "/api/validate-yaml", validate),
    ("POST", "/api/repos/create", create),
    ("GET", API, repository(lambda hub, asked, repo: info(hub, asked, repo, repo.head))),
    ("GET", f"{API}/revision/([^/]+)", at_revision(info)),
    ("GET", f"{API}/refs", repository(refs)),
    ("GET", f"{API}/tree/([^/]+)", at_revision(tree)),
    ("GET", f"{API}/tree/([^/]+)/(.+)", at_revision(tree)),
    ("POST", f"{API}/paths-info/([^/]+)", at_revision(paths_info)),
    ("POST", f"{API}/preupload/([^/]+)", at_revision(preupload, writes=True)),
    ("POST", f"{API}/commit/([^/]+)", at_revision(commit, writes=True)),
    ("POST", f"{API}/tag/([^/]+)", at_revision(set_tag, writes=True)),
    ("DELETE", f"{API}/tag/([^/]+)", repository(drop_tag, writes=True)),
    ("POST", r"/datasets/([^/]+/[^/]+)\.git/info/lfs/objects/batch", repository(batch, writes=True)),
    ("PUT", "/store/([0-9a-f]{64})", put),
    ("GET HEAD", "/datasets/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", at_revision(resolve)),
)


class Handler(BaseHTTPRequestHandler):
    """Passes requests on to `reply`, one at a time, and makes the trouble that is asked for."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # a reply in one piece, which no delayed acknowledgement holds up
    hub: Hub
    lock: threading.Lock

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        asked = Request(self.command, path, parse_qs(query), body, token, self.headers.get("Range", ""))
        with self.lock:
            line = f"{self.command} {path}"
            self.hub.requests.append(line)
            trouble = self.hub.trouble(line)
            if trouble and trouble.first:
                trouble.first()
            broken = trouble and not (trouble.status or trouble.first)
            refused = answer({"error": "trouble"}, trouble.status) if trouble and trouble.status else None
            done = None if broken and not (trouble and trouble.after) else refused or reply(self.hub, asked)
        if broken or done is None:
            self.close_connection = True
            return
        self.send(*done)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - the names that the server looks for

    def send(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, text in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None: ...


@contextmanager
def serving() -> Iterator[Hub]:
    """A Hub without repositories that runs for as long as the context."""
    hub = Hub()
    handler = type("Bound", (Handler,), {"hub": hub, "lock": threading.Lock()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    hub.endpoint = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def environment(hub: Hub, home: str, token: str = WRITER) -> dict[str, str]:
    """What a process must be told so that its clients take this Hub for the Hub."""
    quiet = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_UPDATE_DOWNLOAD_COUNTS": "0"}
    return {"HF_ENDPOINT": hub.endpoint, "HF_HOME": home, "HF_TOKEN": token, "HF_HUB_DISABLE_XET": "1", **quiet} | {
        "HF_HUB_OFFLINE": "0"
    }
