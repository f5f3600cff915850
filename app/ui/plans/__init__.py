"""Kept plans and releases: kept, compared side by side, put in force again (F33)."""
