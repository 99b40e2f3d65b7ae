-- A reading changes what every open screen says of a room. It leaves the conference's version alone: no document of the programme is made anew.
CREATE FUNCTION notify_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('rooms', NEW."conferenceId")::text);
  RETURN NEW;
END;
$$;

CREATE TRIGGER reading_made AFTER INSERT ON "Reading" FOR EACH ROW EXECUTE FUNCTION notify_reading();
CREATE TRIGGER reading_muted AFTER UPDATE OF "mutedAt" ON "Reading" FOR EACH ROW EXECUTE FUNCTION notify_reading();
