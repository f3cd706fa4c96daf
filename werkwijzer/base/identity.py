"""What makes this course this one, for the engine and (through `generate`) for its scripts."""

COURSE = "groepsgewijs"
"""The course's id. It stands in the keys of every learner's record, in backups, codes, reports, assignments and calendar files, so it
stays what it is once there are learners. Who makes a course of their own from this one gives it another."""
