"""judge_recruiting.py PUBLIC: reads the files in the shapes of recruiting systems as strict clients do.

The models are written from the vendors' documentation and from keys that live boards have: every key must be there and
no other, each with its type. Then what the five say is held against each other and against the pages.
"""
import html
import json
import pathlib
import re
import sys
import uuid
from datetime import datetime
from typing import Annotated, Literal

import extruct
import html5lib
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

public = pathlib.Path(sys.argv[1])
problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


# Types

class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def uuid_text(text):
    assert str(uuid.UUID(text)) == text, f"{text} is no UUID"
    return text


def moment(text):
    assert datetime.fromisoformat(text).tzinfo, f"{text} has no zone"
    return text


Number = Annotated[int, Field(gt=0, lt=2 ** 53)]
UUID = Annotated[str, AfterValidator(uuid_text)]
Filled = Annotated[str, Field(min_length=1)]
URL = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")]
# ISO 8601 with offset, without a fraction.
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"), AfterValidator(moment)]
Milliseconds = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$"), AfterValidator(moment)]
UTC = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$")]
Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Amount = Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]


# Greenhouse

class Name(Strict):
    name: str


class Metadata(Strict):
    id: Number
    name: Filled
    value: str | list[str] | None
    value_type: Literal["single_select", "multi_select"]


class Department(Strict):
    id: Number
    name: Filled
    parent_id: Number | None
    child_ids: list[Number]


class Office(Strict):
    id: Number
    name: Filled
    location: Filled
    parent_id: None
    child_ids: list[Number]


class PayRange(Strict):
    min_cents: int
    max_cents: int
    currency_type: Currency
    title: Filled
    blurb: str | None


class GreenhouseJob(Strict):
    id: Number
    internal_job_id: Number
    title: Filled
    updated_at: Moment
    first_published: Moment
    requisition_id: Filled
    location: Name
    absolute_url: URL
    language: Annotated[str, Field(pattern="^[a-z]{2,3}$")]
    company_name: Filled
    application_deadline: Moment | None
    metadata: list[Metadata]
    data_compliance: list
    content: Filled
    departments: list[Department]
    offices: list[Office]
    pay_input_ranges: list[PayRange]


class Meta(Strict):
    total: int


class GreenhouseJobs(Strict):
    jobs: list[GreenhouseJob]
    meta: Meta


class GreenhouseBoard(Strict):
    name: Filled
    content: str


# Lever

class Categories(Strict):
    commitment: Filled | None
    department: str | None
    team: str | None
    level: str | None
    location: Filled
    allLocations: list[Filled]


class SalaryRange(Strict):
    currency: Currency
    interval: Literal["per-year-salary", "per-month-salary", "per-week-salary", "per-day-wage", "per-hour-wage"]
    min: int | float
    max: int | float


class LeverList(Strict):
    text: Filled
    content: Filled


class LeverPosting(Strict):
    id: UUID
    text: Filled
    categories: Categories
    country: Country
    workplaceType: Literal["unspecified", "on-site", "remote", "hybrid"]
    createdAt: Annotated[int, Field(gt=10 ** 12, lt=10 ** 13)]
    opening: str
    openingPlain: str
    description: Filled
    descriptionPlain: Filled
    descriptionBody: Filled
    descriptionBodyPlain: Filled
    lists: list[LeverList]
    additional: str
    additionalPlain: str
    salaryRange: SalaryRange | None
    salaryDescription: str
    salaryDescriptionPlain: str
    hostedUrl: URL
    applyUrl: URL


# Ashby

class AshbyAddress(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    addressLocality: Filled | None = None
    addressRegion: Filled | None = None
    addressCountry: Filled
    postalCode: Filled | None = None


class Postal(Strict):
    postalAddress: AshbyAddress


class Secondary(Strict):
    location: Filled
    address: Postal


class Component(Strict):
    compensationType: Literal["Salary", "EquityCashValue", "EquityPercentage", "Commission", "Bonus"]
    interval: Literal["1 YEAR", "1 MONTH", "1 WEEK", "1 DAY", "1 HOUR"]
    currencyCode: Currency
    minValue: int | float | None
    maxValue: int | float | None


class TierComponent(Component):
    id: UUID
    summary: Filled


class Tier(Strict):
    id: UUID
    tierSummary: Filled
    title: Filled | None
    additionalInformation: Filled | None
    components: list[TierComponent]


class Compensation(Strict):
    compensationTierSummary: Filled | None
    scrapeableCompensationSalarySummary: Filled | None
    compensationTiers: list[Tier]
    summaryComponents: list[Component]


class AshbyJob(Strict):
    id: UUID
    title: Filled
    department: Filled
    team: Filled
    employmentType: Literal["FullTime", "PartTime", "Intern", "Contract", "Temporary"] | None
    location: Filled
    secondaryLocations: list[Secondary]
    publishedAt: Milliseconds
    isListed: Literal[True]
    isRemote: bool
    workplaceType: Literal["OnSite", "Remote", "Hybrid"]
    address: Postal
    shouldDisplayCompensationOnJobPostings: bool
    compensation: Compensation
    jobUrl: URL
    applyUrl: URL
    descriptionHtml: Filled
    descriptionPlain: Filled


class AshbyBoard(Strict):
    apiVersion: Literal["1"]
    jobs: list[AshbyJob]


# Recruitee

class RecruiteePlace(Strict):
    id: Number
    name: Filled
    city: str | None
    state: str | None
    state_code: Annotated[str, Field(pattern="^[A-Z]{2,3}$")] | None
    country: Filled
    country_code: Country
    street: str | None
    postal_code: str | None
    note: None
    translations: dict


class RecruiteeSalary(Strict):
    min: Amount | None
    max: Amount | None
    period: Literal["hour", "day", "week", "month", "year"] | None
    currency: Currency | None


class Translation(Strict):
    title: Filled
    description: Filled
    requirements: str


Option = Literal["required", "optional", "off"]


class Offer(Strict):
    id: Number
    guid: Annotated[str, Field(pattern="^[0-9a-z]+$")]
    slug: Filled
    position: int
    status: Literal["published"]
    title: Filled
    sharing_title: Filled
    sharing_description: str
    sharing_image: URL | None
    cover_image: URL | None
    highlight: None
    description: Filled
    requirements: str
    careers_url: URL
    careers_apply_url: URL
    mailbox_email: str | None
    company_name: Filled
    department: Filled | None
    category_code: None
    employment_type_code: Literal[
        "fulltime_permanent", "fulltime_fixed_term", "parttime_permanent", "parttime_fixed_term", "contract",
        "temporary", "internship", "apprenticeship", "volunteer"] | None
    experience_code: Literal[
        "student_college", "entry_level", "mid_level", "experienced", "manager", "senior_manager",
        "senior_executive"] | None
    education_code: Literal["high_school", "bachelor_degree", "vocational"] | None
    remote: bool
    hybrid: bool
    on_site: bool
    city: str | None
    state_name: str | None
    state_code: Annotated[str, Field(pattern="^[A-Z]{2,3}$")] | None
    country: Filled
    country_code: Country
    postal_code: str | None
    location: Filled
    locations: list[RecruiteePlace]
    min_hours: float | None
    max_hours: float | None
    min_hours_per_week: str | None
    max_hours_per_week: str | None
    salary: RecruiteeSalary
    tags: list[str]
    options_cv: Option
    options_cover_letter: Option
    options_phone: Option
    options_photo: Option
    options_title: Option
    options_salutation: Option
    open_questions: list
    locations_question: None
    locations_question_type: None
    locations_question_required: bool
    created_at: UTC
    published_at: UTC
    updated_at: UTC
    close_at: UTC | None
    translations: dict[str, Translation]


class Offers(Strict):
    offers: list[Offer]


# Teamtailor

class Identifier(Strict):
    type: Literal["PropertyValue"] = Field(alias="@type")
    name: Filled
    value: Number


class Organization(Strict):
    type: Literal["Organization"] = Field(alias="@type")
    name: Filled
    sameAs: URL


class PostalAddress(Strict):
    type: Literal["PostalAddress"] = Field(alias="@type")
    streetAddress: str | None
    addressLocality: str | None
    postalCode: str | None
    addressCountry: Country
    addressRegion: str | None


class Place(Strict):
    type: Literal["Place"] = Field(alias="@type")
    address: PostalAddress


class Quantity(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    type: Literal["QuantitativeValue"] = Field(alias="@type")
    unitText: Literal["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]
    minValue: Amount | None = None
    maxValue: Amount | None = None


class Money(Strict):
    type: Literal["MonetaryAmount"] = Field(alias="@type")
    currency: Currency
    value: Quantity


class Posting(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    context: Literal["http://schema.org/"] = Field(alias="@context")
    type: Literal["JobPosting"] = Field(alias="@type")
    title: Filled
    description: Filled
    identifier: Identifier
    datePosted: Moment
    validThrough: Moment | None = None
    hiringOrganization: Organization
    jobLocation: list[Place]
    baseSalary: Money | None = None


class Item(Strict):
    id: UUID
    title: Filled
    url: URL
    date_published: Moment
    content_html: Filled
    jobposting: Posting = Field(alias="_jobposting")


class TeamtailorPage(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    version: Literal["https://jsonfeed.org/version/1.1"]
    title: Filled
    home_page_url: URL
    feed_url: URL
    next_url: URL | None = None
    items: Annotated[list[Item], Field(max_length=100)]


# Reading

def once(pairs):
    assert len(dict(pairs)) == len(pairs), f"a key twice: {[x for x, _ in pairs]}"
    return dict(pairs)


def read(path, model):
    text = (public / "api" / path).read_text(encoding="utf-8")
    try:
        return model.model_validate(json.loads(text, object_pairs_hook=once))
    except ValidationError as error:
        problems.append(f"{path}: {error.error_count()} faults")
        problems.extend(f"{path} {'.'.join(map(str, x['loc']))}: {x['msg']}" for x in error.errors()[:20])


def read_teamtailor():
    items, names, name = [], [], "jobs.json"
    while name and name not in names:
        names.append(name)
        page = read(f"teamtailor/{name}", TeamtailorPage)
        if page is None:
            return None
        check(page.feed_url.endswith("/api/teamtailor/" + name), f"teamtailor/{name}: {page.feed_url}")
        items += page.items
        name = page.next_url and page.next_url.rsplit("/", 1)[1]
    written = {x.name for x in (public / "api/teamtailor").iterdir()}
    check(written == set(names), f"teamtailor: {written} differ from {names}")
    return items


def pages():
    """By address: the JobPosting of each open posting's page."""
    postings = {}
    for path in public.rglob("jobs/*/index.html"):
        for item in extruct.extract(path.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]:
            if item.get("@type") == "JobPosting":
                postings[item["url"]] = item
    return postings


def words(text):
    return re.sub(r"[\s-]+", "", text)


jobs = read("greenhouse/v1/boards/careers/jobs/index.json", GreenhouseJobs)
read("greenhouse/v1/boards/careers/index.json", GreenhouseBoard)
text = (public / "api/lever/v0/postings/careers/index.json").read_text(encoding="utf-8")
lever = []
for index, posting in enumerate(json.loads(text, object_pairs_hook=once)):
    try:
        lever.append(LeverPosting.model_validate(posting))
    except ValidationError as error:
        problems.extend(f"lever {index} {'.'.join(map(str, x['loc']))}: {x['msg']}" for x in error.errors()[:20])
ashby = read("ashby/posting-api/job-board/careers/index.json", AshbyBoard)
offers = read("recruitee/api/offers/index.json", Offers)
items = read_teamtailor()

if not problems:
    postings = pages()
    count = len(jobs.jobs)
    check(jobs.meta.total == count == len(lever) == len(ashby.jobs) == len(offers.offers) == len(items), "not as many")
    for name, ids in {
        "greenhouse": [x.id for x in jobs.jobs], "lever": [x.id for x in lever], "ashby": [x.id for x in ashby.jobs],
        "recruitee": [x.id for x in offers.offers], "teamtailor": [x.id for x in items],
    }.items():
        check(len(set(ids)) == count, f"{name}: ids come twice")
    for greenhouse, lev, ash, offer, item in zip(jobs.jobs, lever, ashby.jobs, offers.offers, items):
        where = offer.slug
        page = postings.get(offer.careers_url.split("?")[0])
        if page is None:
            problems.append(f"{where}: no page of an open posting")
            continue
        check(greenhouse.id == offer.id == item.jobposting.identifier.value, f"{where}: numbers")
        check(lev.id == ash.id == item.id, f"{where}: UUIDs")
        titles = {greenhouse.title, lev.text, ash.title, offer.title, item.title, page["title"]}
        check(len(titles) == 1, f"{where}: titles {titles}")
        content = html.unescape(greenhouse.content)
        check("<" not in greenhouse.content, f"{where}: content isn't escaped")
        texts = {content, lev.description, lev.descriptionBody, ash.descriptionHtml, offer.description, item.content_html,
                 item.jobposting.description, page["description"]}
        check(len(texts) == 1, f"{where}: texts differ")
        shown = "".join(html5lib.parseFragment(content).itertext())
        check(words(shown) == words(ash.descriptionPlain) == words(lev.descriptionPlain), f"{where}: plain text")
        check(lev.categories.location == lev.categories.allLocations[0] == ash.location, f"{where}: places")
        check(offer.remote + offer.hybrid + offer.on_site == 1 and offer.remote == ash.isRemote, f"{where}: workplace")
        for pay in greenhouse.pay_input_ranges:
            check(0 <= pay.min_cents <= pay.max_cents, f"{where}: {pay}")
    print(f"in the shapes of five recruiting systems: {count} jobs each")
for problem in problems[:40]:
    print("  " + problem)
sys.exit(1 if problems else 0)
