"""A list of clinics, as a spreadsheet saves it → one YAML file for each clinic."""
