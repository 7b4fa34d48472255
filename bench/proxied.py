"""The application as the proxy before it hands it on: pages compressed, as README asks of that proxy. For gunicorn, in bench.lighthouse."""

import gzip
from collections.abc import Callable, Iterable

from privacy_builder.wsgi import application as bare


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The bare answer; gzipped when it is a page. Static files are compressed already."""
    told: list[tuple] = []
    answer = bare(environ, lambda status, headers, error=None: told.append((status, headers)))
    status, headers = told[-1]
    kinds = {name.lower(): value for name, value in headers}
    if (
        not kinds.get("content-type", "").startswith("text/html")
        or "content-encoding" in kinds
        or "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", "")
    ):
        start_response(status, headers)
        return answer
    body = gzip.compress(b"".join(answer), 6)
    answer.close()
    kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
    start_response(status, [*kept, ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))])
    return [body]
