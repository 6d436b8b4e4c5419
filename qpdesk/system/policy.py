"""What the organisation has decided for everyone on this machine. The user cannot change it.

Windows keeps it in the registry, where group policy and Intune write; Linux in a file that only
root may write. Environment variables such as ``XDG_CONFIG_DIRS`` are the user's to set, so they
are not asked.
"""

import sys
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from qpdesk.values import dataclass

REGISTRY_KEY = r"SOFTWARE\Policies\QPDesk"
POLICY_FILE = Path("/etc/xdg/qpdesk/policy.toml")
LONGEST = 100_000
"""Bytes of a policy file that are read: a real one has some hundred."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The decisions as they were written, by name, not yet judged."""

    decisions: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""
    """Where the policy is, and why it could not be read at all; "" when it could."""


def policy_in(file: Path) -> Policy:
    """The policy in a TOML file; an empty one where there is no file."""
    try:
        with file.open("rb") as stream:
            import tomllib  # noqa: PLC0415 - the first window waits for it, and few have a policy

            return Policy(tomllib.loads(stream.read(LONGEST).decode("utf-8")))
    except FileNotFoundError:
        return Policy()
    except (OSError, ValueError, RecursionError) as error:
        return Policy(problem=f"{file}: {error}")


if sys.platform == "win32":
    import winreg

    def read_policy() -> Policy:
        """The machine's policy; an empty one where nobody has decided anything."""
        return _from_registry(REGISTRY_KEY)

    def _from_registry(path: str) -> Policy:
        try:
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, access=access) as key:
                return Policy(_single_values(key) | _lists(key))
        except FileNotFoundError:
            return Policy()
        except OSError as error:
            return Policy(problem=rf"HKLM\{path}: {error}")

    def _single_values(key: winreg.HKEYType) -> dict[str, object]:
        """The values of one key; group policy's tools write each setting as one."""
        _, count, _ = winreg.QueryInfoKey(key)
        named = (winreg.EnumValue(key, position) for position in range(count))
        return {setting_name(name): value for name, value, _ in named}

    def _lists(key: winreg.HKEYType) -> dict[str, object]:
        """The keys below: group policy's tools write a list as a key with one value a line."""
        count, _, _ = winreg.QueryInfoKey(key)
        found: dict[str, object] = {}
        for name in [winreg.EnumKey(key, position) for position in range(count)]:
            with winreg.OpenKey(key, name) as below:
                found[setting_name(name)] = list(_single_values(below).values())
        return found

else:

    def read_policy() -> Policy:
        """The machine's policy; an empty one where nobody has decided anything."""
        return policy_in(POLICY_FILE)


def setting_name(name: str) -> str:
    """``DefaultFolder``, as registries spell it, is ``default_folder`` everywhere else."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip(
        "_"
    )
