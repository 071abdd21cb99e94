from pathlib import Path

from typer.testing import CliRunner

from vpwijzer.cli.app import app


def test_page_is_written_and_found_whole(tmp_path: Path) -> None:
    file = tmp_path / "wegwijzer.html"

    made = CliRunner().invoke(app, ["pagina", "--naar", str(file)])
    told = CliRunner().invoke(app, ["pagina", "--controleer", str(file)])

    assert "één bestand" in made.output
    assert "De pagina is heel." in told.output
    assert "Gemaakt op" in told.output


def test_broken_page_is_told(tmp_path: Path) -> None:
    file = tmp_path / "wegwijzer.html"
    CliRunner().invoke(app, ["pagina", "--naar", str(file), "--start", "klacht"])
    file.write_text(file.read_text()[:-9])

    told = CliRunner().invoke(app, ["pagina", "--controleer", str(file)])

    assert "niet heel: het einde ontbreekt" in told.output
