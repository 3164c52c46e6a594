"""Draw ``docs/extract.svg``, what ``claimx extract`` prints: ``python docs/picture.py``."""

import io
import re
from pathlib import Path

from rich.console import Console

import claimx
from claimx.report.console import print_claims

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "corpus" / "blinken-china-2024-04-26.txt"
# Rich's drawing asks a server for a font; a reader's own will do.
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def main() -> None:
    """Draw the picture."""
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True)
    console.print(f"$ claimx extract {ARTICLE.relative_to(ROOT)}\n", highlight=False)
    for document in claimx.extract_many(claimx.read_articles([ARTICLE])):
        print_claims(document, console)
    svg = console.export_svg(title="claimx", unique_id="claimx")
    (ROOT / "docs" / "extract.svg").write_text(FONT_FACE.sub("", svg), encoding="utf8")


if __name__ == "__main__":
    main()
