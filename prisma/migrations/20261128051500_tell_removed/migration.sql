-- Those who were removed before now: their devices still hold what their groups shared. They keep copies of the notes that they began.
DO $$
DECLARE removed RECORD;
BEGIN
  FOR removed IN
    SELECT DISTINCT "GroupMember"."userId", "conferenceId" FROM "GroupMember" JOIN "Group" ON "Group"."id" = "groupId"
    WHERE NOT takes_part("GroupMember"."userId", "conferenceId") ORDER BY 1, 2
  LOOP PERFORM tell_anew(removed."userId", removed."conferenceId"); END LOOP;
END;
$$;
