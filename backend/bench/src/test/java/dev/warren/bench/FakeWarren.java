package dev.warren.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;

/** A tiny Warren in memory, correct unless told to misbehave: enough of the API for a polling replay. */
final class FakeWarren implements AutoCloseable {

    enum Crime {
        NONE,
        FORGETS_A_TASK,
        IGNORES_SKILLS,
        IGNORES_PRIORITY,
        HIDES_AN_ASSIGNMENT,
        IGNORES_THE_IDEMPOTENCY_KEY
    }

    private final HttpServer server;
    private final Crime crime;
    private final Map<String, Worker> workers = new HashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final List<Task> waiting = new ArrayList<>();
    private final Map<String, Task> assignments = new HashMap<>();
    private final Map<String, String> idempotency = new HashMap<>();
    private int ids;
    private boolean stumbled;

    private static final class Worker {
        final String id;
        final Set<String> skills = new HashSet<>();
        final List<Map<String, Object>> feed = new ArrayList<>();
        int capacity = 1;
        int open;
        boolean available;

        Worker(String id) {
            this.id = id;
        }
    }

    private static final class Task {
        final String id;
        final String title;
        final int priority;
        final Set<String> skills = new HashSet<>();
        final List<Map<String, Object>> history = new ArrayList<>();

        @Nullable
        Worker worker;

        Task(String id, String title, int priority) {
            this.id = id;
            this.title = title;
            this.priority = priority;
        }

        void tell(String type, Map<String, Object> data) {
            history.add(Map.of(
                    "version",
                    history.size() + 1,
                    "type",
                    type,
                    "at",
                    Instant.now().toString(),
                    "data",
                    data));
        }
    }

    FakeWarren(Crime crime) throws IOException {
        this.crime = crime;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8, job -> {
            var thread = new Thread(job);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/v1/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        var body = bytes.length == 0 ? Api.JSON.missingNode() : Api.JSON.readTree(bytes);
        var path =
                exchange.getRequestURI().getPath().substring("/api/v1".length()).split("/");
        var user = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        Object answer;
        synchronized (this) {
            answer = switch (exchange.getRequestMethod() + " " + path[1]) {
                case "POST auth" -> Map.of("accessToken", body.path("username").asString(), "expiresIn", 600);
                case "POST workers" -> hire(body);
                case "PUT me" -> presence(user, body);
                case "GET me" -> feed(user, exchange.getRequestURI().getQuery());
                case "POST me" -> path[3].equals("batch") ? closeAll(body) : act(path[3], path[4]);
                case "POST tasks" -> path.length > 2 ? createAll(body) : create(body, key(exchange));
                case "GET tasks" -> path.length > 2 ? history(path[2]) : list();
                case "GET statistics" -> Map.of("writer", Map.of("commits", ids));
                default -> throw new IOException("Unknown: " + exchange.getRequestURI());
            };
            dispatch();
        }
        var status = answer instanceof Integer code
                ? code
                : exchange.getRequestMethod().equals("POST") ? 201 : 200;
        var json = Api.JSON.writeValueAsBytes(answer instanceof Integer ? Map.of("code", "refused") : answer);
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private static String key(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    }

    private Object hire(JsonNode body) {
        var worker = new Worker(body.path("username").asString());
        worker.capacity = body.path("capacity").asInt();
        body.path("skills")
                .forEach(skill -> worker.skills.add(skill.path("name").asString()));
        workers.put(worker.id, worker);
        return Map.of("id", worker.id);
    }

    private Worker worker(String user) {
        return Objects.requireNonNull(workers.get(user));
    }

    private Object presence(String user, JsonNode body) {
        var worker = worker(user);
        worker.available = body.path("status").asString().equals("AVAILABLE");
        return Map.of();
    }

    private Object feed(String user, String query) {
        var after = Integer.parseInt(query.replaceAll(".*after=(\\d+).*", "$1"));
        var entries = worker(user).feed;
        return Map.of("entries", entries.subList(after, entries.size()), "head", entries.size());
    }

    /** The tenth create is done, yet answered 503. */
    private Object create(JsonNode body, String key) {
        var known = idempotency.get(key);
        if (known != null && crime != Crime.IGNORES_THE_IDEMPOTENCY_KEY) {
            return Map.of("id", known);
        }
        var task = new Task(
                "task-" + ++ids,
                body.path("title").asString(),
                body.path("priority").asString().charAt(1) - '0');
        body.path("requiredSkills").forEach(skill -> task.skills.add(skill.asString()));
        task.tell("task.queued", Map.of("priority", "P" + task.priority));
        tasks.put(task.id, task);
        waiting.add(task);
        idempotency.put(key, task.id);
        if (crime == Crime.FORGETS_A_TASK && tasks.size() == 5) {
            tasks.remove(task.id);
            waiting.remove(task);
        }
        if (tasks.size() == 10 && !stumbled) {
            stumbled = true;
            return 503;
        }
        return Map.of("id", task.id);
    }

    private Object createAll(JsonNode body) {
        var created = new ArrayList<String>();
        for (var item : body.path("tasks")) {
            var key = "batch-" + ++ids;
            create(item, key);
            created.add(String.valueOf(idempotency.get(key)));
        }
        return Map.of("ids", created);
    }

    private Object act(String assignment, String verb) {
        var task = assignments.get(assignment);
        if (task == null) {
            return 409;
        }
        if (verb.equals("start")) {
            task.tell("task.started", Map.of());
        } else if (verb.equals("complete") && task.worker != null) {
            task.tell("task.completed", Map.of());
            task.worker.open--;
            assignments.remove(assignment);
        }
        return Map.of("id", assignment);
    }

    private Object closeAll(JsonNode body) {
        var results = new ArrayList<Map<String, String>>();
        for (var action : body.path("actions")) {
            var id = action.path("assignmentId").asString();
            results.add(
                    Map.of("assignmentId", id, "status", act(id, "complete") instanceof Integer ? "refused" : "ok"));
        }
        return Map.of("results", results);
    }

    private Object list() {
        return Map.of(
                "items",
                tasks.values().stream()
                        .map(task -> Map.of("id", task.id, "title", task.title))
                        .toList());
    }

    private Object history(String id) {
        var task = tasks.get(id);
        return task == null ? 404 : Map.of("items", task.history);
    }

    private void dispatch() {
        if (workers.values().stream().noneMatch(FakeWarren::free)) {
            return;
        }
        Comparator<Task> order = Comparator.comparingInt(task -> task.priority);
        waiting.sort(crime == Crime.IGNORES_PRIORITY ? order.reversed() : order);
        waiting.removeIf(task -> workers.values().stream()
                .filter(FakeWarren::free)
                .filter(worker -> crime == Crime.IGNORES_SKILLS || worker.skills.containsAll(task.skills))
                .findFirst()
                .map(worker -> assign(task, worker))
                .orElse(false));
    }

    private static boolean free(Worker worker) {
        return worker.available && worker.open < worker.capacity;
    }

    private boolean assign(Task task, Worker worker) {
        var id = "assignment-" + ++ids;
        task.worker = worker;
        worker.open++;
        assignments.put(id, task);
        task.tell("task.assigned", Map.of("workerId", worker.id, "assignmentId", id, "round", "r"));
        if (crime == Crime.HIDES_AN_ASSIGNMENT && assignments.size() == 4) {
            act(id, "complete");
            return true;
        }
        worker.feed.add(Map.of(
                "seq",
                worker.feed.size() + 1,
                "type",
                "assignment.created",
                "data",
                Map.of("assignmentId", id, "taskId", task.id, "title", task.title)));
        return true;
    }
}
