"""The settings in force, and who decided each: the organisation, then the user, then QPDesk."""

import logging
import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from qpdesk.system.paths import Paths
from qpdesk.system.person import login_name
from qpdesk.system.policy import Policy
from qpdesk.values import dataclass

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
FILE_NAME = "settings.json"
ZOOM = range(80, 201)
"""Percent of the normal size that text and symbols may be shown in."""
_LONGEST_NAME = 80

log = logging.getLogger(__name__)


class Origin(StrEnum):
    """Who decided a setting."""

    ORGANISATION = "organisation"
    USER = "user"
    DEFAULT = "default"


class Language(StrEnum):
    """Languages of the window."""

    SWEDISH = "sv"
    ENGLISH = "en"


class Colours(StrEnum):
    """Colour schemes of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T_co]):
    """A value and who decided it."""

    value: T_co
    origin: Origin

    @property
    def is_locked(self) -> bool:
        """Whether the organisation decided, so that the user cannot."""
        return self.origin is Origin.ORGANISATION


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something that the organisation wrote and that could not be understood."""

    setting: str = ""
    """The setting's name; "" when nothing of it could be read."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Every setting in force on this start."""

    author: Setting[str]
    """Who works, as the history and other openers of a file are told; never the organisation's."""

    default_folder: Setting[Path]
    """Where a dialog for .qpd files begins."""
    profile: Setting[Path | None]
    """The municipality's profile: name, coat of arms, colours."""
    export_folders: Setting[tuple[Path, ...] | None]
    """The only folders that exports may be written below; None is anywhere."""
    language: Setting[Language]
    colours: Setting[Colours]
    zoom: Setting[int]
    """Percent."""
    problems: tuple[Unclear, ...] = ()

    def allows_export_to(self, file: Path) -> bool:
        """Whether an export may be written there, links followed."""
        if self.export_folders.value is None:
            return True
        place = file.resolve()
        return any(place.is_relative_to(folder.resolve()) for folder in self.export_folders.value)


def configuration(paths: Paths, policy: Policy) -> Configuration:
    """Weigh the organisation's word, the user's and QPDesk's own.

    What the organisation wrote but cannot be understood locks its setting at QPDesk's own value
    (exports: nowhere), so that a slip of the pen never opens what was meant to be closed.
    """
    weigh = _Scales(policy, _user_settings(paths))
    return Configuration(
        author=weigh.own("author", _name, login_name()),
        default_folder=weigh.setting("default_folder", _folder, paths.documents),
        profile=weigh.setting("profile", _folder, None),
        export_folders=weigh.lockable("export_folders", _folders, None, ()),
        language=weigh.setting("language", _language, Language.SWEDISH),
        colours=weigh.setting("colours", _colours, Colours.SYSTEM),
        zoom=weigh.setting("zoom", _percent, 100),
        problems=tuple(weigh.problems),
    )


def remember(paths: Paths, changed: Mapping[str, str | int | list[str] | None]) -> None:
    """Keep the user's own choices, by the setting's name. None takes a choice back.

    Raises:
        OSError: They could not be written. What was kept before is untouched.
    """
    import json  # noqa: PLC0415 - as below

    kept = _user_settings(paths) | dict(changed)
    chosen = {name: value for name, value in kept.items() if value is not None}
    paths.settings.mkdir(parents=True, exist_ok=True)
    beside = paths.settings / f"{FILE_NAME}.{os.getpid()}"
    beside.write_text(json.dumps(chosen, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    beside.replace(paths.settings / FILE_NAME)


class _Scales:
    """Weighs one setting after the other, and notes what could not be understood."""

    def __init__(self, policy: Policy, user: Mapping[str, object]) -> None:
        self._policy = policy
        self._user = user
        self.problems = [Unclear(detail=policy.problem)] if policy.problem else []

    def setting(self, name: str, read: Callable[[object], T], default: T) -> Setting[T]:
        """The organisation's value if there is one, else the user's, else the default."""
        return self.lockable(name, read, default, default)

    def lockable(
        self, name: str, read: Callable[[object], T], default: T, unclear: T
    ) -> Setting[T]:
        """As ``setting``; ``unclear`` holds where the organisation's word is not understood."""
        if self._policy.problem:
            return Setting(unclear, Origin.ORGANISATION)
        if name in self._policy.decisions:
            try:
                return Setting(read(self._policy.decisions[name]), Origin.ORGANISATION)
            except (TypeError, ValueError):
                self.problems.append(Unclear(name))
                return Setting(unclear, Origin.ORGANISATION)
        return self.own(name, read, default)

    def own(self, name: str, read: Callable[[object], T], default: T) -> Setting[T]:
        """The user's value if there is one that is understood, else the default."""
        try:
            return Setting(read(self._user[name]), Origin.USER)
        except (KeyError, TypeError, ValueError):
            return Setting(default, Origin.DEFAULT)


def _folder(value: object) -> Path:
    """A whole path; ``~`` and environment variables stand for this user's own."""
    if not isinstance(value, str):
        raise TypeError(value)
    folder = Path(os.path.expandvars(value)).expanduser()
    if not folder.is_absolute():
        raise ValueError(value)
    return folder


def _folders(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_folder(each) for each in value)


def _name(value: object) -> str:
    """One short line that says something."""
    if not isinstance(value, str):
        raise TypeError(value)
    if not (name := " ".join(value.split())[:_LONGEST_NAME]):
        raise ValueError(value)
    return name


def _language(value: object) -> Language:
    return Language(str(value))


def _colours(value: object) -> Colours:
    return Colours(str(value))


def _percent(value: object) -> int:
    """A whole number within ZOOM; the registry may hold it as text."""
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise TypeError(value)
    if (percent := int(value)) not in ZOOM:
        raise ValueError(value)
    return percent


def _user_settings(paths: Paths) -> dict[str, object]:
    """What the user has chosen; nothing where the file is missing or damaged."""
    try:
        text = (paths.settings / FILE_NAME).read_text(encoding="utf-8")
        import json  # noqa: PLC0415 - the first window waits for it, and few have chosen anything

        kept = json.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.warning("the user's settings cannot be read: %s", type(error).__name__)
        return {}
    return kept if isinstance(kept, dict) else {}
