"""Writes what wixl makes an MSI from: one component a file, with ids that never change.

Ids and GUIDs follow from the path alone, so a file keeps its component from release to release.
There are no custom actions, no dialogs and no questions.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr

from workshop.trouble import Trouble

FAMILY = UUID("3d6f1c1e-5f0b-4f5f-9c57-7b1f6a0f2c94")
"""The name space of every GUID of the product. Never change it."""
UPGRADE_CODE = str(uuid5(FAMILY, "upgrade code")).upper()
"""By this Windows knows that two versions are the same product."""
DOCUMENT = "QPDesk.Plan.1"
"""What Windows calls the type of .qpd files."""
SWEDISH = 1053

VALUES = (
    (r"SOFTWARE\Classes\.qpd", "", DOCUMENT),
    (r"SOFTWARE\Classes\.qpd", "Content Type", "application/vnd.qpdesk.plan"),
    (r"SOFTWARE\Classes\.qpd\OpenWithProgids", DOCUMENT, ""),
    (rf"SOFTWARE\Classes\{DOCUMENT}", "", "Kvalitetsplan (QPDesk)"),
    (rf"SOFTWARE\Classes\{DOCUMENT}\DefaultIcon", "", "[INSTALLDIR]QPDesk.exe,1"),
    (rf"SOFTWARE\Classes\{DOCUMENT}\shell\open", "FriendlyAppName", "QPDesk"),
    (rf"SOFTWARE\Classes\{DOCUMENT}\shell\open\command", "", '"[INSTALLDIR]QPDesk.exe" "%1"'),
    (
        r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\QPDesk.exe",
        "",
        "[INSTALLDIR]QPDesk.exe",
    ),
    (r"SOFTWARE\QPDesk", "Version", "@VERSION@"),
    (r"SOFTWARE\QPDesk", "InstallDir", "[INSTALLDIR]"),
)
"""Key, name and value below HKEY_LOCAL_MACHINE."""

DOWNGRADE = (
    "En nyare version av QPDesk är redan installerad. Avinstallera den först om du vill gå "
    "tillbaka till version {version}. Planer och inställningar påverkas inte."
)

FRAME = """\
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="{product}" Name="QPDesk" Language="1053" Codepage="1252" Version="{version}"
  Manufacturer="QPDesk-projektet" UpgradeCode="{upgrade}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="1053"
   Description="QPDesk {version}" Manufacturer="QPDesk-projektet"/>
  <MajorUpgrade DowngradeErrorMessage="{downgrade}"/>
  <MediaTemplate EmbedCab="yes"/>
  <Icon Id="qpdesk.ico" SourceFile="{icon}"/>
  <Property Id="ARPPRODUCTICON" Value="qpdesk.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Property Id="ARPCOMMENTS" Value="Kvalitetsplaner för socialtjänsten, utan nätverk."/>
  <Property Id="REINSTALLMODE" Value="amus"/>
  <Property Id="INSTALLDIR">
   <RegistrySearch Id="earlier" Root="HKLM" Key="SOFTWARE\\QPDesk" Name="InstallDir" Type="raw"
    Win64="yes"/>
  </Property>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="QPDesk">
{files}
    </Directory>
   </Directory>
   <Directory Id="ProgramMenuFolder">
{menu}
   </Directory>
  </Directory>
  <Feature Id="QPDesk" Title="QPDesk" Level="1">
{references}
  </Feature>
 </Product>
</Wix>
"""

MENU = (
    """<Shortcut Id="menu" Name="QPDesk" Target="[INSTALLDIR]QPDesk.exe"
    WorkingDirectory="INSTALLDIR" Description="Kvalitetsplaner"/>""",
    r"""<RegistryValue Root="HKLM" Key="SOFTWARE\QPDesk" Name="StartMenu" Type="integer"
    Value="1" KeyPath="yes"/>""",
)
"""The entry in the Start menu, and the value that tells Windows it is there."""


def product_code(version: str) -> str:
    """By this Windows knows one version."""
    return str(uuid5(FAMILY, f"product {version}")).upper()


def installer_source(payload: Path, version: str, icon: Path) -> str:
    """The source for wixl.

    Args:
        payload: The folder to install, relative to where wixl will run.
        version: Three numbers.
        icon: The program's icon.

    Raises:
        Trouble: Windows Installer cannot compare such a version.
    """
    if not re.fullmatch(r"\d{1,3}\.\d{1,3}\.\d{1,5}", version):
        raise Trouble(f"{version} is no version for Windows Installer: it compares three numbers.")
    files = [*_folder(payload, payload), *_registry(version)]
    menu = list(_component("start menu", *MENU))
    names = re.findall(r'<Component Id="(\w+)"', "\n".join([*files, *menu]))
    return FRAME.format(
        product=product_code(version),
        version=version,
        downgrade=DOWNGRADE.format(version=version),
        upgrade=UPGRADE_CODE,
        icon=icon,
        files="\n".join(files),
        menu="\n".join(menu),
        references="\n".join(f'   <ComponentRef Id="{name}"/>' for name in names),
    )


def _folder(folder: Path, payload: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        place = path.relative_to(payload).as_posix()
        if path.is_dir():
            yield f'<Directory Id="{_ident("d", place)}" Name={quoteattr(path.name)}>'
            yield from _folder(path, payload)
            yield "</Directory>"
        else:
            name, source = quoteattr(path.name), quoteattr(str(path))
            ident = _ident("f", place)
            yield from _component(
                place, f'<File Id="{ident}" Name={name} Source={source} KeyPath="yes"/>'
            )


def _registry(version: str) -> Iterator[str]:
    for key, name, value in VALUES:
        named = f" Name={quoteattr(name)}" if name else ""
        told = quoteattr(value.replace("@VERSION@", version))
        yield from _component(
            f"registry {key} {name}",
            f'<RegistryValue Root="HKLM" Key={quoteattr(key)}{named} Type="string" Value={told} '
            'KeyPath="yes"/>',
        )


def _component(place: str, *content: str) -> Iterator[str]:
    guid = str(uuid5(FAMILY, place)).upper()
    yield f'<Component Id="{_ident("c", place)}" Guid="{guid}" Win64="yes">'
    yield from content
    yield "</Component>"


def _ident(kind: str, place: str) -> str:
    return kind + sha256(place.encode()).hexdigest()[:24]
