package dev.warren.server.operations;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import lombok.RequiredArgsConstructor;

import dev.warren.server.identity.ForManagers;

/** What needs a human now. */
@RestController
@RequestMapping("/api/v1/attention")
@RequiredArgsConstructor
class AttentionController {

    private final Attention attention;

    record AttentionItems(List<Attention.AttentionItem> items) {}

    @GetMapping
    @ForManagers
    AttentionItems attention() {
        return new AttentionItems(attention.items());
    }
}
