package dev.warren.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import dev.warren.bench.Api.Call;

/** Reads the audited histories of tasks, a few at a time. */
final class Histories {

    private static final int AT_ONCE = 4;
    private static final int PAGE = 100;

    private Histories() {}

    /** By task id; a task that the server does not know is left out. */
    static Map<String, TaskStory> read(Session admin, Collection<String> taskIds, Progress progress)
            throws InterruptedException {
        var jobs = new ArrayList<Callable<@Nullable TaskStory>>();
        for (var id : taskIds) {
            jobs.add(() -> {
                var story = read(admin, id);
                progress.step();
                return story;
            });
        }
        var stories = new HashMap<String, TaskStory>();
        for (var story : Team.all(jobs, AT_ONCE)) {
            if (story != null) {
                stories.put(story.taskId(), story);
            }
        }
        return stories;
    }

    private static @Nullable TaskStory read(Session admin, String taskId) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        var chainHolds = true;
        var after = 0L;
        while (true) {
            var path = "/tasks/" + taskId + "/history?after=" + after + "&size=" + PAGE;
            var settled = admin.call(Call.get(path));
            if (settled.answer().status() == 404) {
                return null;
            }
            var page = settled.orFail("The history of " + taskId).body();
            page.path("items").forEach(items::add);
            chainHolds &= page.path("chain").asString("valid").equals("valid");
            after = page.path("next").asLong(0);
            if (after == 0) {
                return TaskStory.of(taskId, items, chainHolds);
            }
        }
    }

    /** Row by task id, of all tasks of a run that the server lists. */
    static Map<String, String> rows(Session admin, String runId, Instant since) throws InterruptedException {
        var rows = new HashMap<String, String>();
        var cursor = "";
        while (true) {
            var path = "/tasks?createdFrom=" + Api.encoded(since.toString()) + "&size=" + PAGE + cursor;
            var page = admin.call(Call.get(path)).orFail("The list of tasks").body();
            for (var task : page.path("items")) {
                var title = Title.parse(task.path("title").asString(""));
                if (title != null && title.runId().equals(runId)) {
                    rows.put(task.path("id").asString(), title.rowId());
                }
            }
            var next = page.path("next").asString("");
            if (next.isEmpty()) {
                return rows;
            }
            cursor = "&cursor=" + Api.encoded(next);
        }
    }
}
