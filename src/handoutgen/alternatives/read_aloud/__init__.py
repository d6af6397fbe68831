"""The leaflet for the ear: a script for a person who reads it to somebody, and SSML for a program that speaks it.

What is not said as it is written (a phone number, a unit, an abbreviation, an address) is told with how it is said;
what is written stays too, so that whoever reads can check it. How a language says them is data (`saying`); what it has
no words for stands as it is written.
"""
