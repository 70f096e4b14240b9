"""What the guard looks at, one concern a file: values, people, services, reasons, conditions, doers and time."""
