"""Signs programs and installers, if a certificate is given. Off by default.

The certificate and its password come from whoever releases; none is kept here. A time stamp needs
the network and is asked for only if a server is named.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from payload.commands import run
from workshop.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Signature:
    """What to sign with."""

    certificate: Path
    """PKCS #12: certificate, chain and key."""
    password: Path
    """A file whose first line is the certificate's password."""
    time_server: str = ""

    @classmethod
    def wished(cls, environ: Mapping[str, str] = os.environ) -> Self | None:
        """From the variables of the environment; None where nobody asks for signing.

        Raises:
            Trouble: Half of what is needed was given.
        """
        certificate = environ.get("QPDESK_SIGN_CERTIFICATE", "")
        password = environ.get("QPDESK_SIGN_PASSWORD_FILE", "")
        if not certificate and not password:
            return None
        for name, value in (("CERTIFICATE", certificate), ("PASSWORD_FILE", password)):
            if not Path(value).is_file():
                raise Trouble(f"QPDESK_SIGN_{name} names no file: {value or 'nothing'}")
        return cls(Path(certificate), Path(password), environ.get("QPDESK_SIGN_TIME_SERVER", ""))


def sign(file: Path, signature: Signature) -> None:
    """Sign a program or an installer in its place.

    Raises:
        Trouble: The certificate does not open, or the time server does not answer.
    """
    signed = file.with_name(f"{file.name}.signed")
    signed.unlink(missing_ok=True)
    words = ["osslsigncode", "sign", "-pkcs12", signature.certificate]
    words += ["-readpass", signature.password, "-h", "sha256", "-n", "QPDesk"]
    if signature.time_server:
        words += ["-ts", signature.time_server]
    run([*words, "-in", file, "-out", signed], what=f"Signing {file.name}")
    signed.replace(file)
