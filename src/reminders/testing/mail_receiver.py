#!/usr/bin/python3
"""A real mail server for tests: takes mail on 127.0.0.1, writes each message into a folder, and behaves as told.

    mail_receiver.py <folder> <behaviour>

Prints its port when it listens and ends with its standard input. Behaviours: take; refuse_recipient (550);
refuse_sender (553); put_off (451); refuse_message (554 after the message); hang_up (closes the connection when
the message has come, and keeps nothing); keep_and_hang_up (keeps it, and closes without a word); untrusted
(STARTTLS with a certificate that nobody knows); login (wants user "samvei" with the password "hemmelig" behind
STARTTLS with such a certificate).
"""

import asyncio
import itertools
import logging
import ssl
import subprocess
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, folder: Path, behaviour: str):
        self.folder, self.behaviour, self.numbers = folder, behaviour, itertools.count(1)

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.behaviour == "refuse_sender":
            return "553 5.1.8 not this sender"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.behaviour == "refuse_recipient":
            return "550 5.1.1 nobody here"
        if self.behaviour == "put_off":
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.behaviour == "refuse_message":
            return "554 5.6.0 not this one"
        if self.behaviour != "hang_up":
            head = f"MAIL FROM: {envelope.mail_from}\nRCPT TO: {' '.join(envelope.rcpt_tos)}\n"
            number = next(self.numbers)
            path = self.folder / f"{number:04}.unfinished"
            path.write_bytes(head.encode() + envelope.original_content)
            path.rename(self.folder / f"{number:04}.mail")
        if self.behaviour in ("hang_up", "keep_and_hang_up"):
            server.transport.abort()
            await asyncio.sleep(60)
        return "250 OK"


def unknown_certificate(folder: Path) -> ssl.SSLContext:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
                   check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def authenticate(server, session, envelope, mechanism, login):
    good = (login.login, login.password) == (b"samvei", b"hemmelig")
    return AuthResult(success=good)


async def main(folder: Path, behaviour: str) -> None:
    logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
    encrypted = behaviour in ("untrusted", "login")
    tls = {"tls_context": unknown_certificate(folder), "require_starttls": True} if encrypted else {}
    if behaviour == "login":
        tls |= {"authenticator": authenticate, "auth_required": True}
    handler = Handler(folder, behaviour)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="post.example.no", **tls), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
