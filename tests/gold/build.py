"""Write the project's own gold and pages into a folder.

python -m tests.gold.build /tmp/own && thidua evaluate /tmp/own/gold.jsonl --texts /tmp/own/texts
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.gold.cases import write

if __name__ == "__main__":
    write(Path(sys.argv[1]))
