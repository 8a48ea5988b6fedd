"""turn_on.py SITE.YML: prints it with every file for job boards and clients of recruiting systems turned on."""
import sys

import ruamel.yaml

yaml = ruamel.yaml.YAML()
with open(sys.argv[1], encoding="utf-8") as file:
    site = yaml.load(file)
feeds = site.setdefault("feeds", {})
for name in ("jobs_xml", "indeed", "linkedin", "greenhouse", "lever", "ashby", "recruitee", "teamtailor"):
    feeds[name] = True
site["organization"]["linkedin_id"] = 9990001
yaml.dump(site, sys.stdout)
