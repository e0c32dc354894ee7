"""What a client of the fuzzed campaign knows: its names. And a count of what was answered.

The document of the API is the same for every campaign; with names that the campaign has, most
generated questions can be answered, so that more than the refusals are tested.
"""

import atexit
import collections
import copy
import itertools
import json
import os
import sys
import urllib.request

import jsonschema_rs
import schemathesis
from schemathesis.core.parameters import ParameterLocation

KEY = os.environ["MARGINAL_KEY"]
NO_PLAN = 4
LEAST_ACCEPTED = 0.5
LONGEST_WAIT = 10_000

counts = collections.Counter()
answered = collections.Counter()
document = {}
turns = itertools.count()


def campaign(base):
    request = urllib.request.Request(f"{base}/v1/campaigns", headers={"Authorization": f"Bearer {KEY}"})
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)["campaigns"][0]


def word(values):
    return {"type": "string", "enum": list(values)}


def number(least, most):
    """Amounts of money: nobody asks for ten to the minus hundredth of a cent."""
    return {"enum": [least, (least + most) / 4, round((least + most) / 3, 4), most]}


def items(schema, most=2):
    return {"type": "array", "items": schema, "minItems": 1, "maxItems": most, "uniqueItems": True}


def record(required, **properties):
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def scenario(known):
    """Changes that can be made to this campaign, as a schema."""
    offers = [offer["offer"] for offer in known["offers"]]
    channels = sorted({offer["channel"] for offer in known["offers"]})
    limits = [limit["limit"] for limit in known["limits"]]
    where = word(["loyalty > 0", "recent_orders <= 0.5", "loyalty > 0 and tenure > -1"])
    rule = {
        "anyOf": [
            record("rule at_least", rule=word(["minimum_roi"]), at_least={"enum": [0.5, 1, 1.2]}),
            record("rule channel at_most", rule=word(["contact_limit"]), channel=word(channels), at_most={"type": "integer", "minimum": 1, "maximum": 3}),
            record(
                "rule channel max_sends",
                rule=word(["channel_cap"]),
                channel=word(channels),
                max_sends={"type": "integer", "minimum": 0, "maximum": 500},
            ),
            record("rule offers", rule=word(["exclusion"]), offers={"type": "array", "enum": [offers[:2]]}),
        ]
    }
    budget = {"anyOf": [number(1, 100000), word(["+20%", "-10%", "+50", "unlimited"])]}
    changes = record(
        "",
        scenario={"type": "string", "pattern": "^[a-zäß][a-zäß ]{0,19}$"},
        budget=budget,
        without={"anyOf": [word(offers), items(word(channels[:1]), 1)]},
        costs=items(
            {
                "anyOf": [
                    record("of per_order", of=word(offers + channels), per_order=number(0, 20)),
                    record("of per_send", of=word(offers), per_send=number(0, 1)),
                ]
            }
        ),
        only=where,
        holdout={"enum": [0.05, 0.1, 0.25]},
        rules=items(rule),
        limits=items(record("limit at_most", limit=word(limits[1:] or limits), at_most=number(0, 1000)), 1),
    )
    profit = record("objective margin", objective=word(["profit"]), margin=number(0.1, 1), budget=budget)
    return {"anyOf": [changes, profit]}


def customers(folder):
    with open(os.path.join(folder, "audience.csv"), encoding="utf-8") as audience:
        next(audience)
        return [next(audience).split(",")[0] for _ in range(5)]


@schemathesis.hook
def before_load_schema(context, raw_schema):
    document.update(copy.deepcopy(raw_schema))
    known = campaign(os.environ["MARGINAL_URL"].rstrip("/"))
    names = {
        "campaign": word([known["campaign"]]),
        "customer": word(customers(os.environ["MARGINAL_FOLDER"])),
        "offer": word(offer["offer"] for offer in known["offers"]),
        "scenario": scenario(known),
        "compare_to": scenario(known),
    }
    for name, schema in raw_schema["components"]["schemas"].items():
        if name.endswith(("Request", "Send")):
            properties = schema["properties"]
            properties.update({key: names[key] for key in properties if key in names})
            if "scenarios" in properties:
                properties["scenarios"]["items"] = scenario(known)
    for path in raw_schema["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", []):
                if parameter["name"] == "campaign":
                    parameter["schema"] = names["campaign"]


def is_positive(case):
    return case.meta is not None and case.meta.generation.mode.value == "positive"


def fits_document(case):
    """Whether a body that the names above rule out is one that the document allows."""
    operation = document["paths"][case.path][case.operation.method.lower()]
    if "requestBody" not in operation:
        return False
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    return jsonschema_rs.is_valid({**schema, "components": document["components"]}, case.body)


def is_key_reused(case, response):
    return (
        response.status_code == 422
        and "Idempotency-Key" in case.headers
        and "Idempotency-Key" in response.json()["detail"]
    )


def is_beyond_schemas(case, response):
    """Refused for what sentences of the document say, but no schema can."""
    problem = response.json()
    told = ("must be a name of its own", "No budget reaches")
    return problem["code"] == NO_PLAN or is_key_reused(case, response) or any(t in problem["detail"] for t in told)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Not failures: a scenario that no plan can keep, two of one name, or a key that came with another body
    before is refused; a scenario with other names than ours is answered; a job that was ended keeps its best plan.
    """
    kind = type(failure).__name__
    if kind == "RejectedPositiveData" and response.status_code == 422:
        return not is_beyond_schemas(case, response)
    if kind == "UseAfterFree":
        return not case.path.startswith("/v1/jobs/")
    if kind == "AcceptedNegativeData" and case.meta.is_negative_at(ParameterLocation.BODY):
        return not fits_document(case)
    return True


@schemathesis.hook
def before_call(context, case, kwargs):
    """Nobody here waits ten minutes, and few leave at once: else questions nobody waits for fill the queue."""
    deadline = str((case.query or {}).get("deadline_ms", ""))
    if deadline.isdigit():
        impatient = int(deadline) == 0 and next(turns) % 8 == 0
        case.query["deadline_ms"] = 0 if impatient else LONGEST_WAIT


@schemathesis.hook
def after_call(context, case, response):
    counts[response.status_code] += 1
    if response.status_code == 429 or is_key_reused(case, response):
        return
    if is_positive(case) and case.operation.method.upper() == "POST" and case.method.upper() == "POST":
        answered[case.path, 200 <= response.status_code < 300] += 1


@atexit.register
def summary():
    if not counts:
        return
    good = sum(count for status, count in counts.items() if 200 <= status < 300)
    statuses = ", ".join(f"{count} × {status}" for status, count in sorted(counts.items()))
    print(f"{sum(counts.values())} requests, {good} answered 2xx: {statuses}")
    for path in sorted({path for path, _ in answered}):
        yes, no = answered[path, True], answered[path, False]
        print(f"  {path}: {yes} of {yes + no} valid bodies answered")
        if yes < LEAST_ACCEPTED * (yes + no):
            print(f"  {path}: too few to test more than refusals", file=sys.stderr)
            sys.stdout.flush()
            os._exit(1)
