"""The words of an indicator's chart on the screen. On paper they are Swedish."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.chart_words import Words

translate = QCoreApplication.translate


def chart_words() -> Words:
    """The words in the user's language."""
    return Words(
        chart=translate("Chart", "Diagram"),
        period=translate("Chart", "Period"),
        unit=translate("Chart", "Enhet"),
        outcome=translate("Chart", "Utfall"),
        target=translate("Chart", "Mål"),
        answers=translate("Chart", "Antal svar"),
        remark=translate("Chart", "Anmärkning"),
        reached=translate("Chart", "målet nått"),
        not_reached=translate("Chart", "målet inte nått"),
        missing=translate("Chart", "inget resultat"),
        few=translate("Chart", "för få svar för att redovisas"),
        protects=translate("Chart", "redovisas inte, för att skydda en enhet med få svar"),
        see_table=translate("Chart", "fler anmärkningar: se tabellen"),
        nothing=translate("Chart", "Inga utfall är angivna."),
    )
