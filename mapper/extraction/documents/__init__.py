"""Files and pages to reports: running text with all that is known of it."""
