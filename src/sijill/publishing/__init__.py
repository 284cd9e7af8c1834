"""6. What people see: command line, page, exports."""
