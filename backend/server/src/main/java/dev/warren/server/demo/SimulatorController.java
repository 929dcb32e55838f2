package dev.warren.server.demo;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForAdmins;
import dev.warren.server.shared.Problem;
import dev.warren.server.shared.ProblemCode;

/** Brings the demo alive. Outside the profile {@code demo} there is nothing here. */
@RestController
@RequestMapping("/api/v1/demo/simulator")
@RequiredArgsConstructor
class SimulatorController {

    private final ObjectProvider<Simulator> simulator;

    /** What is absent, beside {@code running}, stays as it is. */
    record SimulatorWish(
            @NotNull Boolean running,
            @Min(1) @Max(60) @Nullable Integer speed,
            @Size(max = 20) @Nullable List<@NotNull String> leftAlone) {}

    @GetMapping
    @ForAdmins
    Simulator.SimulatorState state() {
        return here().state();
    }

    @PutMapping
    @ForAdmins
    Simulator.SimulatorState change(@Valid @RequestBody SimulatorWish wish) {
        return here().change(wish.running(), wish.speed(), wish.leftAlone());
    }

    private Simulator here() {
        var found = simulator.getIfAvailable();
        if (found == null) {
            throw new Problem(ProblemCode.NOT_FOUND, "There is a simulator in the profile demo only.");
        }
        return found;
    }
}
