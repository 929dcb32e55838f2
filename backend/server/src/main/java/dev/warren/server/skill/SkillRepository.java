package dev.warren.server.skill;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface SkillRepository extends JpaRepository<Skill, Integer> {

    Optional<Skill> findByName(String name);
}
