package dev.warren.server.skill;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForAdmins;
import dev.warren.server.identity.ForManagers;
import dev.warren.server.shared.web.PlainText;

/** The catalogue of skills. */
@RestController
@RequestMapping("/api/v1/skills")
@RequiredArgsConstructor
class SkillController {

    private final Skills skills;

    record SkillView(@NotBlank @PlainText(max = 60) String name) {}

    record SkillList(List<SkillView> items) {}

    @GetMapping
    @ForManagers
    SkillList list() {
        return new SkillList(skills.all().stream().map(SkillView::new).toList());
    }

    /** Makes a skill known; saying it twice changes nothing. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ForAdmins
    SkillView declare(@Valid @RequestBody SkillView request) {
        skills.declare(request.name());
        return request;
    }
}
