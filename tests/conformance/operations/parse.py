"""The page on standard input as JSON, read by the parser that Prometheus' Python client has: {family: {type, samples}}."""
import json
import sys

from prometheus_client.parser import text_string_to_metric_families

page = sys.stdin.read()
families = {}
for family in text_string_to_metric_families(page):
    if family.name in families:
        sys.exit(f"{family.name} comes twice")
    families[family.name] = {
        "type": family.type,
        "help": family.documentation,
        "samples": [[sample.name, sample.labels, sample.value] for sample in family.samples],
    }
json.dump(families, sys.stdout)
