package dev.warren.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

import dev.warren.server.identity.Accounts;
import dev.warren.server.identity.NewAccount;
import dev.warren.server.identity.Role;
import dev.warren.server.shared.Actor;
import dev.warren.server.skill.Skills;
import dev.warren.server.task.NewTask;
import dev.warren.server.task.TaskCreation;
import dev.warren.server.workforce.WorkerAdministration;

/** Makes the demo's accounts, people and tasks, once: a second start finds them. */
@Slf4j
@Component
@Profile("demo")
@Order(0)
@RequiredArgsConstructor
class Demo implements ApplicationRunner {

    /** The one password of all demo accounts. It exists in this profile only. */
    static final String PASSWORD = "try-the-burrow";

    static final Actor ACTOR = new Actor(null, "demo");

    private static final Person ADMIN = new Person("admin", "Avery Admin", Map.of());
    private static final Person MANAGER = new Person("manager", "Morgan Manager", Map.of());

    private static final List<Person> PEOPLE = List.of(
            new Person("ada", "Ada Lovelace", Map.of("network", 5, "service desk", 3)),
            new Person("alan", "Alan Turing", Map.of("network", 4, "server", 3)),
            new Person("grace", "Grace Hopper", Map.of("server", 5, "database", 4)),
            new Person("edsger", "Edsger Dijkstra", Map.of("database", 5, "application", 3)),
            new Person("barbara", "Barbara Liskov", Map.of("application", 5, "service desk", 2)),
            new Person("donald", "Donald Knuth", Map.of("application", 4, "workplace", 3)),
            new Person("margaret", "Margaret Hamilton", Map.of("workplace", 5, "service desk", 4)),
            new Person("linus", "Linus Torvalds", Map.of("server", 4, "workplace", 2, "network", 2)));

    private final Accounts accounts;
    private final WorkerAdministration workers;
    private final Skills skills;
    private final TaskCreation tasks;
    private final Sample sample;

    private record Person(String username, String name, Map<String, Integer> skills) {}

    /** An account to try, with everything that signing in needs. */
    record DemoAccount(String username, String displayName, List<Role> roles, String password) {}

    /** The user names of the employees. */
    static List<String> employees() {
        return PEOPLE.stream().map(Person::username).toList();
    }

    /** All accounts of the demo. */
    static List<DemoAccount> accounts() {
        return Stream.concat(
                        Stream.of(account(Role.ADMIN, ADMIN), account(Role.MANAGER, MANAGER)),
                        PEOPLE.stream().map(it -> account(Role.EMPLOYEE, it)))
                .toList();
    }

    private static DemoAccount account(Role role, Person person) {
        return new DemoAccount(person.username(), person.name(), List.of(role), PASSWORD);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean isNew = accounts.find("manager").isEmpty();
        if (accounts.find("admin").isEmpty()) {
            account(ADMIN, Role.ADMIN);
        }
        for (var it : PEOPLE) {
            if (accounts.find(it.username()).isEmpty()) {
                workers.hire(
                        it.username(),
                        PASSWORD,
                        new WorkerAdministration.Profile(it.name(), it.skills(), 1, null),
                        ACTOR);
            }
        }
        if (isNew) { // the manager is made last: a first start that was cut short begins again
            account(MANAGER, Role.MANAGER);
            tasks.create(incidents(), ACTOR, "demo", null);
            log.info("The demo begins with {} people", PEOPLE.size());
        }
    }

    /** Where Warren is was printed just before. */
    @Order
    @EventListener(ApplicationReadyEvent.class)
    void introduce() {
        System.out.printf("""
                  Demo accounts, all with the password %s
                    ADMIN     admin
                    MANAGER   manager
                    EMPLOYEE  %s

                """, PASSWORD, String.join(", ", employees()));
    }

    private void account(Person person, Role role) {
        var hash = accounts.hash(person.username(), PASSWORD);
        accounts.create(new NewAccount(person.username(), person.name(), hash, Set.of(role)));
    }

    private List<NewTask> incidents() {
        Sample.SKILLS.forEach(skills::declare);
        return sample.incidents().stream()
                .map(it -> it.task(Map.of("incident", it.number())))
                .toList();
    }
}
