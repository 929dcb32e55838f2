package dev.warren.server.shared.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import io.swagger.v3.oas.annotations.Hidden;
import lombok.RequiredArgsConstructor;

/** Takes the place of Boot's error page: whatever the container itself refuses looks like every other problem. */
@Hidden
@Controller
@RequiredArgsConstructor
class ProblemErrorController implements ErrorController {

    private final Problems problems;

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            problems.answer(request, response, failure);
        } else {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            problems.answer(
                    request,
                    response,
                    Refusals.byStatus(HttpStatusCode.valueOf(status instanceof Integer code ? code : 404)));
        }
    }
}
