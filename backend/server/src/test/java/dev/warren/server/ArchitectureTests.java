package dev.warren.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import dev.warren.server.task.Lifecycle;
import dev.warren.server.task.Priority;
import dev.warren.server.task.TaskStatus;
import dev.warren.server.task.Trigger;
import dev.warren.server.workforce.FairShare;
import dev.warren.server.workforce.Presence;

/** Rules of the whole code; one that matches nothing fails too. */
@AnalyzeClasses(packages = "dev.warren.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "jakarta..",
        "tools.jackson..",
        "com.fasterxml..",
        "org.hibernate..",
        "org.redisson..",
        "com.rabbitmq..",
        "javax.sql..",
        "java.sql.."
    };

    /** What is decided, apart from how it is stored, carried or shown. */
    private static final DescribedPredicate<JavaClass> DOMAIN_RULES = resideInAPackage(
                    "dev.warren.server.dispatch.strategy")
            .or(DescribedPredicate.describe(
                    "the plain rules",
                    it -> List.of(
                                    Lifecycle.class,
                                    Lifecycle.Transition.class,
                                    TaskStatus.class,
                                    Trigger.class,
                                    Priority.class,
                                    FairShare.class,
                                    Presence.class)
                            .stream()
                            .anyMatch(it::isEquivalentTo)));

    @ArchTest
    static final ArchRule domainRulesKnowNoFramework = noClasses()
            .that(DOMAIN_RULES)
            .and(DescribedPredicate.not(DescribedPredicate.describe(
                    "descriptions of packages", it -> it.getSimpleName().equals("package-info"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS));

    @ArchTest
    static final ArchRule everyRuleIsFound = classes()
            .that(DOMAIN_RULES)
            .should()
            .resideInAnyPackage(
                    "dev.warren.server.task", "dev.warren.server.workforce", "dev.warren.server.dispatch..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(Resource.class)
            .orShould()
            .beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule loggersAreTheOnesOfLombok = fields().that()
            .haveRawType(org.slf4j.Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .haveName("log");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("time is read without a clock", ArchitectureTests::readsTime))
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Timestamp.class);

    @ArchTest
    static final ArchRule onlyTheClockIsTheSystems = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.warren.server.shared.ClockConfiguration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule controllersReadNoTables = noClasses()
            .that()
            .haveSimpleNameEndingWith("Controller")
            .and()
            .doNotHaveSimpleName("HealthController") // asks the database whether it is there
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @org.junit.jupiter.api.Test
    void testsNeverSleep() {
        var tests =
                new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages("dev.warren.server");
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(tests);
    }

    private static boolean readsTime(JavaCall<?> call) {
        var target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getRawParameterTypes().isEmpty()
                && List.of(
                                Instant.class,
                                LocalDateTime.class,
                                LocalDate.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class)
                        .stream()
                        .anyMatch(target.getOwner()::isEquivalentTo);
        return now
                || target.getName().equals("currentTimeMillis")
                        && target.getOwner().isEquivalentTo(System.class);
    }
}
