"""Where things lie and what stands still: folders, the clock, and the one endpoint that replays name."""

import datetime as dt
from pathlib import Path

EVALS = Path(__file__).parent.parent
ROOT = EVALS.parent
CASES = EVALS / "cases"
CONTROLS = EVALS / "controls"
RECORDINGS = EVALS / "recordings"
UNRECORDED = EVALS / "unrecorded.txt"
BASELINE = EVALS / "baseline.json"
SHELF = EVALS / "shelf"
GATE = ROOT / "tests" / "evals" / "test_gate.py"

NOW = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
REPLAY_MODEL = "openai:claude-relay"
REPLAY_URL = "http://127.0.0.1:4010/v1"
