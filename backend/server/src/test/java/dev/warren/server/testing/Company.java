package dev.warren.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.warren.server.shared.Ids;
import dev.warren.server.task.Priority;

/** The admin of a server under test and what the admin does, by the API alone: in whatever process the server runs. */
public final class Company {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADMIN = "root";
    private static final String ADMIN_PASSWORD = "a password for tests";
    static final String PASSWORD = "correct horse battery";

    private final Api api;
    private final String[] admin;

    public Company(Api api) {
        this.api = api;
        this.admin = bearer(api, ADMIN, ADMIN_PASSWORD);
    }

    private Company(Api api, String[] admin) {
        this.api = api;
        this.admin = admin;
    }

    /** The same people, by way of another server. */
    public Company at(Api other) {
        return new Company(other, admin);
    }

    static String[] bearer(Api api, String name, String password) {
        var answer = api.signIn(name, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new String[] {
            "Authorization", "Bearer " + answer.body().path("accessToken").asString()
        };
    }

    public Api.Answer get(String path) {
        return call(() -> api.get(path, admin));
    }

    public Api.Answer post(String path, Map<String, ?> body, String... headers) {
        return call(() -> api.post(path, JSON.writeValueAsString(body), with(headers)));
    }

    public Api.Answer patch(String path, Map<String, ?> body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Api.Answer put(String path, Map<String, ?> body, String... headers) {
        return send("PUT", path, body, headers);
    }

    private Api.Answer send(String method, String path, Map<String, ?> body, String... headers) {
        return call(() -> {
            var all = with(headers);
            var json = Arrays.copyOf(all, all.length + 2);
            json[all.length] = "Content-Type";
            json[all.length + 1] = "application/json";
            return api.send(method, path, JSON.writeValueAsBytes(body), json);
        });
    }

    /** A person, as an admin sees them: which is no sign of life of that person. */
    public JsonNode person(Employee employee) {
        return get("/api/v1/workers/" + employee.id()).body();
    }

    /** Posts nothing. */
    public Api.Answer post(String path, String... headers) {
        return call(() -> api.send("POST", path, new byte[0], with(headers)));
    }

    /** Signs in once more when a moved clock has made the token old. */
    private Api.Answer call(Supplier<Api.Answer> call) {
        var answer = call.get();
        if (answer.status() != 401) {
            return answer;
        }
        System.arraycopy(bearer(api, ADMIN, ADMIN_PASSWORD), 0, admin, 0, admin.length);
        return call.get();
    }

    private String[] with(String... headers) {
        var all = Arrays.copyOf(admin, admin.length + headers.length);
        System.arraycopy(headers, 0, all, admin.length, headers.length);
        return all;
    }

    /** A skill that nobody has yet. */
    public String newSkill() {
        var name = "skill-" + Ids.next();
        assertThat(post("/api/v1/skills", Map.of("name", name)).status()).isEqualTo(201);
        return name;
    }

    /** A queue of its own. */
    public String newQueue() {
        var name = "q-" + Ids.next();
        assertThat(post("/api/v1/queues", Map.of("name", name)).status()).isEqualTo(201);
        return name;
    }

    /** Somebody new, who is not there yet. */
    public Employee hire(int capacity, String... skills) {
        var name = "e-" + Ids.next();
        var levels =
                Arrays.stream(skills).map(it -> Map.of("name", it, "level", 3)).toList();
        var hired = post(
                "/api/v1/workers",
                Map.of("username", name, "password", PASSWORD, "capacity", capacity, "skills", levels));
        assertThat(hired.status()).as(hired.text()).isEqualTo(201);
        return new Employee(
                api,
                UUID.fromString(hired.body().path("id").asString()),
                name,
                Arrays.asList(bearer(api, name, PASSWORD)));
    }

    /** A task in the default queue; returns its id. */
    public UUID create(String title, Priority priority, String... skills) {
        return create(title, "default", priority, skills);
    }

    public UUID create(String title, String queue, Priority priority, String... skills) {
        var created = post("/api/v1/tasks", task(title, queue, priority, skills));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return UUID.fromString(created.body().path("id").asString());
    }

    /** That many tasks in one batch. */
    public List<UUID> create(int count, Priority priority, String... skills) {
        var tasks = IntStream.range(0, count)
                .mapToObj(it -> task("Task " + it, "default", priority, skills))
                .toList();
        var created = post("/api/v1/tasks/batch", Map.of("tasks", tasks));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.body()
                .path("ids")
                .valueStream()
                .map(it -> UUID.fromString(it.asString()))
                .toList();
    }

    /** The body of a create call. */
    public static Map<String, Object> task(String title, String queue, Priority priority, String... skills) {
        var task = new HashMap<String, Object>();
        task.put("title", title);
        task.put("queue", queue);
        task.put("priority", priority.name());
        task.put("requiredSkills", List.of(skills));
        return task;
    }

    public JsonNode task(UUID id) {
        return get("/api/v1/tasks/" + id).body();
    }

    public String statusOf(UUID id) {
        return task(id).path("status").asString();
    }

    public Api.Answer assign(UUID task, Employee to) {
        return post("/api/v1/tasks/" + task + "/assign", Map.of("workerId", to.id()));
    }
}
