"""table.py FOLDER COUNT NAME…: prints the best of each contestant's rounds and its ratio to sitegen."""
import pathlib
import sys

folder, count, names = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
titles = {"sitegen": "sitegen, theme of the race", "default": "sitegen, default theme",
          "hugo": "Hugo, equal site", "floor": "floor of the C libraries"}
sizes = {name: rest for name, *rest in map(str.split, (folder / "sizes").read_text().splitlines())}
rounds = {name: [list(map(float, path.read_text().split()[-4:]))
                 for path in sorted(folder.glob(name + ".*"))] for name in names}
best = {name: min(found) for name, found in rounds.items()}
print(f"{count} postings, best of {len(rounds['sitegen'])} rounds (slowest), rivals in turn\n")
print("| | wall | CPU | peak memory | files | MB | wall / sitegen |")
print("|---|---|---|---|---|---|---|")
for name in names:
    wall, user, system, memory = best[name]
    slowest = max(found)[0] if (found := rounds[name]) else wall
    files, megabytes = sizes[name]
    print(f"| {titles[name]} | {wall:.2f} s ({slowest:.2f}) | {user + system:.2f} s | {memory / 1024:.0f} MB "
          f"| {files} | {megabytes} | {wall / best['sitegen'][0]:.2f} |")
if "floor" in best:
    print(f"\nsitegen takes {best['sitegen'][0] / best['floor'][0]:.2f} times the floor's wall time, "
          f"{sum(best['sitegen'][1:3]) / sum(best['floor'][1:3]):.2f} times its CPU time")
