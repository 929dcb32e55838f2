package dev.warren.server.demo;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What people at a service desk say. */
final class Phrases {

    private static final Map<String, List<String>> DONE = Map.of(
            "service desk",
                    List.of(
                            "Reset the password and showed where to do it oneself.",
                            "Explained the form over the phone; the request is in.",
                            "Known fault, gave the workaround and the article."),
            "network",
                    List.of(
                            "Replaced the patch cable at the switch, link is up at 1 Gbit/s.",
                            "The VLAN was wrong on port 14; corrected, caller confirms.",
                            "Restarted the access point, signal is back on the whole floor."),
            "server",
                    List.of(
                            "Cleared 12 GB of old logs and set up rotation.",
                            "Service had run out of file handles; raised the limit and restarted.",
                            "Certificate renewed, and a reminder set for the next one."),
            "database",
                    List.of(
                            "A missing index made the report slow; added, 40 s became 0.3 s.",
                            "Ended the session that held the lock; the nightly job runs again.",
                            "Restored the table from last night, the owner has checked it."),
            "application",
                    List.of(
                            "Cache was stale after the release; cleared it on all nodes.",
                            "Role was missing for the new colleague; added and tested together.",
                            "Import failed on an empty line; removed it, all 214 rows are in."),
            "workplace",
                    List.of(
                            "Swapped the docking station, both screens work.",
                            "Driver was outdated; printer prints from both trays.",
                            "Delivered a new headset and paired it."));

    private static final List<String> DONE_ANYHOW =
            List.of("Solved together with the caller.", "Works again; watched it for a while.");

    private static final List<String> NOTES = List.of(
            "Looking into it.",
            "Found the cause.",
            "Waiting for the caller to try it.",
            "Trying the fix.",
            "Nearly there.");

    private static final List<String> GIVEN_UP = List.of(
            "Caller cannot be reached, three attempts.",
            "Needs a part that is not in stock; ordered.",
            "Cannot be reproduced here; needs the vendor.");

    private static final List<String> DECLINED = List.of(
            "Not my field, a colleague knows it better.",
            "On the phone with a caller.",
            "Too close to the end of my shift.");

    private Phrases() {}

    static String done(List<String> skills, RandomGenerator random) {
        return one(DONE.getOrDefault(skills.isEmpty() ? "" : skills.get(0), DONE_ANYHOW), random);
    }

    static String note(RandomGenerator random) {
        return one(NOTES, random);
    }

    static String givenUp(RandomGenerator random) {
        return one(GIVEN_UP, random);
    }

    static String declined(RandomGenerator random) {
        return one(DECLINED, random);
    }

    private static String one(List<String> phrases, RandomGenerator random) {
        return phrases.get(random.nextInt(phrases.size()));
    }
}
