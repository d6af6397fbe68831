"""What surrounds a figure: rooms, beds, walking aids, cloth, medicines, devices, the household, exercise kit."""
