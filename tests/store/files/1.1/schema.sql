CREATE INDEX area_plan_id ON area (plan_id)

CREATE INDEX chapter_plan_id ON chapter (plan_id)

CREATE INDEX control_area_id ON control (area_id)

CREATE INDEX control_risk_id ON control (risk_id)

CREATE INDEX footnote_plan_id ON footnote (plan_id)

CREATE INDEX indicator_plan_id ON indicator (plan_id)

CREATE INDEX measure_area_id ON measure (area_id)

CREATE INDEX measure_control_id ON measure (control_id)

CREATE INDEX measure_risk_id ON measure (risk_id)

CREATE INDEX observation_indicator_id ON observation (indicator_id)

CREATE INDEX result_control_id ON result (control_id)

CREATE INDEX risk_area_id ON risk (area_id)

CREATE TABLE "plan" (
	id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	year INTEGER, 
	municipality TEXT NOT NULL, 
	committee TEXT NOT NULL, 
	department TEXT NOT NULL, 
	target_group TEXT NOT NULL, 
	registry_number TEXT NOT NULL, 
	decision_date TEXT CHECK (decision_date = date(decision_date)), 
	decision_paragraph TEXT NOT NULL, 
	appendix TEXT NOT NULL, 
	state TEXT NOT NULL CHECK (state IN ('draft', 'adopted', 'follow_up', 'closed')), 
	follow_up_title TEXT NOT NULL, 
	scale TEXT NOT NULL, 
	fewest INTEGER, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE area (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	routine TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE change (
	changeset TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	field TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	replaces TEXT NOT NULL, 
	seen TEXT, 
	salt BLOB, 
	digest BLOB, 
	PRIMARY KEY (changeset, number), 
	FOREIGN KEY(changeset) REFERENCES changeset (id)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE changeset (
	id TEXT NOT NULL, 
	hlc INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	deed TEXT NOT NULL, 
	note TEXT NOT NULL, 
	undoes TEXT, 
	app TEXT NOT NULL, 
	previous_hash BLOB, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person) REFERENCES person (id)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE chapter (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3), 
	text TEXT NOT NULL, 
	document TEXT NOT NULL CHECK (document IN ('plan', 'follow_up', 'both', 'year_report')), 
	holds TEXT NOT NULL CHECK (holds IN ('', 'areas', 'indicators')), 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE control (
	id TEXT NOT NULL, 
	area_id TEXT, 
	risk_id TEXT, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	method TEXT NOT NULL, 
	frequency TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	no_measure TEXT NOT NULL CHECK (no_measure IN ('', 'not_carried_out', 'satisfactory', 'next_year')), 
	follow_up TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK ((area_id IS NOT NULL) + (risk_id IS NOT NULL) = 1), 
	FOREIGN KEY(area_id) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(risk_id) REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE document (
	id TEXT NOT NULL, 
	created TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE footnote (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE head (
	item TEXT NOT NULL, 
	field TEXT NOT NULL, 
	change TEXT NOT NULL, 
	PRIMARY KEY (item, field, change)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE indicator (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	area TEXT NOT NULL, 
	code TEXT NOT NULL, 
	unit TEXT NOT NULL CHECK (unit IN ('percent', 'count', 'scale_1_5', 'text')), 
	direction TEXT NOT NULL CHECK (direction IN ('', 'higher_is_better', 'lower_is_better')), 
	comment TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES "plan" (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE measure (
	id TEXT NOT NULL, 
	area_id TEXT, 
	risk_id TEXT, 
	control_id TEXT, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	what_to_do TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	due TEXT CHECK (due = date(due)), 
	status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'completed', 'ongoing_next_year', 'discontinued')), 
	status_reason TEXT NOT NULL, 
	status_reference TEXT NOT NULL, 
	follow_up TEXT NOT NULL, 
	source TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	CHECK ((area_id IS NOT NULL) + (risk_id IS NOT NULL) + (control_id IS NOT NULL) = 1), 
	FOREIGN KEY(area_id) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(risk_id) REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(control_id) REFERENCES control (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE observation (
	id TEXT NOT NULL, 
	indicator_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	period TEXT NOT NULL, 
	organisational_unit TEXT NOT NULL, 
	outcome REAL, 
	target REAL, 
	n INTEGER, 
	note TEXT NOT NULL, 
	no_result_reason TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(indicator_id) REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE person (
	id TEXT NOT NULL, 
	salt BLOB, 
	name TEXT, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE result (
	id TEXT NOT NULL, 
	control_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	period TEXT NOT NULL, 
	organisational_unit TEXT NOT NULL, 
	value REAL, 
	unit TEXT NOT NULL, 
	judgement TEXT NOT NULL CHECK (judgement IN ('', 'passed', 'deficient', 'not_reportable')), 
	no_result_reason TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(control_id) REFERENCES control (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE risk (
	id TEXT NOT NULL, 
	area_id TEXT NOT NULL, 
	sort_key TEXT NOT NULL CHECK (sort_key <> ''), 
	title TEXT NOT NULL, 
	level INTEGER CHECK (level IN (1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 30, 36)), 
	likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 6), 
	consequence INTEGER CHECK (consequence BETWEEN 1 AND 6), 
	rationale TEXT NOT NULL, 
	participants TEXT NOT NULL, 
	source TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(area_id) REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT



CREATE TABLE tail (
	number INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	digest BLOB NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT



CREATE TABLE working (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
)
 WITHOUT ROWID,
 STRICT


