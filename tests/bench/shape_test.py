# SPDX-License-Identifier: GPL-3.0-or-later
# shape_test.py MAKE_HOUSE FREEHOLD_BENCH: the cheapest benchmark in a small house; its JSON is what others
# read. Its numbers are not judged here.
import json
import subprocess
import sys
import tempfile

make_house, bench = sys.argv[1:]
FIELDS = {"name": str, "what": str, "unit": str, "ours": (int, float), "peer": (dict, type(None)),
          "reach": (int, float), "met": bool, "runs": int}

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([make_house, folder, "50", "60"], check=True)
    ran = subprocess.run([bench, "--house", folder, "start", "--json"], stdout=subprocess.PIPE, text=True)
assert ran.returncode in (0, 1), f"exit status {ran.returncode}"
rows = json.loads(ran.stdout)
assert [row["name"] for row in rows] == ["start"], rows
for row in rows:
    assert set(row) == set(FIELDS), row
    for name, kind in FIELDS.items():
        assert isinstance(row[name], kind), (name, row)
    assert row["ours"] > 0 and row["runs"] > 1, row
    assert row["met"] == (row["ours"] <= row["reach"]), row
    assert row["peer"] is None or set(row["peer"]) == {"name", "value"}, row

wrong = subprocess.run([bench, "nonsense"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
assert wrong.returncode == 2 and "nonsense" in wrong.stderr and wrong.stdout == "", wrong
