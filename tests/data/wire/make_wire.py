#!/usr/bin/env python3
"""Writes v1/: the messages of version 1 of the protocol, by another implementation than the program's.

Run once for each version that was released; what it wrote then is never changed. The ops are those of ../ops.
"""

import json
import pathlib
import subprocess
from hashlib import blake2b

FOLDER = pathlib.Path(__file__).parent
OPS = [path.read_text().rstrip("\n") for path in sorted((FOLDER.parent / "ops").glob("*.json")) if path.stem != "ids"]


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def op_id(line):
    return blake2b(line.encode(), digest_size=16).digest()


class Stream:
    """Of a scope: its ops, and the chain over them."""

    def __init__(self):
        self.n, self.chain = 0, bytes(8)

    def cursor(self):
        return f"{self.n}.{self.chain.hex()}" if self.n else ""

    def add(self, line, admitted, author, held):
        ident = op_id(line)
        self.n += 1
        self.chain = blake2b(self.chain + ident + admitted.to_bytes(8, "big") + author.encode(), digest_size=16).digest()[:8]
        return f"{self.n} {admitted} {author} {'@' + ident.hex() if held else line}\n"


def request(scopes, now, most):
    head = {"v": 1, "now": now, "client": "rehearse/0.1.0", "scopes": [], "max": most}
    for cursor, ops, extra in scopes:
        head["scopes"].append({"id": "me", "cursor": cursor, "ops": len(ops), **extra})
    return compact(head) + "\n" + "".join(op + "\n" for _, ops, _ in scopes for op in ops)


def reply(begin, accepted, refused, added, head, now):
    stream = Stream()
    stream.n, stream.chain = begin.n, begin.chain
    first = {"scope": "me", "accepted": accepted, "refused": refused, "from": begin.n, "chain": begin.chain.hex()}
    text = compact(first) + "\n" + "".join(stream.add(*op) for op in added)
    text += compact({"scope": "me", "cursor": stream.cursor(), "more": stream.n < head, "head": head}) + "\n"
    return text + compact({"now": now, "end": True}) + "\n"


def main():
    target = FOLDER / "v1"
    target.mkdir(exist_ok=True)
    (target / "ops").write_text("".join(f"{op_id(line).hex()} {line}\n" for line in OPS))
    now = 1_796_000_500_000
    first = request([("", OPS, {})], now, 5000)
    (target / "request").write_text(first)
    (target / "request.zst").unlink(missing_ok=True)
    subprocess.run(["zstd", "-q", "-3", target / "request", "-o", target / "request.zst"], check=True)
    begin = Stream()
    begin.add(OPS[0], now - 1000, "a_19", False)
    begin.add(OPS[1], now - 1000, "a_19", False)
    (target / "request_after_restore").write_text(request([(begin.cursor(), [], {"full": True})], now, 2))
    elsewhere = OPS[0].replace('"x":"77', '"x":"78')
    added = [(line, now + 140, "a_19", True) for line in OPS[2:]] + [(elsewhere, now + 140, "a_20", False)]
    refused = [{"i": 1, "slug": "bad-request"}, {"i": 7, "slug": "too-large"}, {"i": 8, "slug": "quota"}]
    (target / "reply").write_text(reply(begin, len(OPS) - len(refused), refused, added, begin.n + len(added) + 3, now + 141))
    (target / "reply_nothing_new").write_text(reply(begin, 0, [], [], begin.n, now + 141))
    problem = {"type": "urn:rehearse:problem:rate-limited", "title": "Too often", "status": 429,
               "detail": "ask again later", "instance": "0123456789abcdef", "retry_after": 60}
    (target / "problem").write_text(compact(problem) + "\n")


if __name__ == "__main__":
    main()
