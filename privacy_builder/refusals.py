"""The answer to what is no HTTP, written to the socket in the place of gunicorn's own."""

import socket


def write_refusal(client: socket.socket, status: int, reason: str, message: str) -> None:
    """Write the Dutch page of a status to the socket and nothing else. Takes what gunicorn.util.write_error takes.

    `message` is English and repeats what was sent; gunicorn has logged it already. Raises OSError when the client is gone.
    """
    from gunicorn import util  # only a server has it

    from policies.views.errors import body  # the settings are ready once a worker runs

    page = body(status)
    head = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        "Content-Type: text/html; charset=utf-8",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        f"Content-Length: {len(page)}",
        "",
        "",
    )
    util.write_nonblock(client, "\r\n".join(head).encode("ascii") + page)
