package io.calllog.offenders.rest.client;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Advice that everybody can see. */
@RestControllerAdvice
public class PublicAdvice {}
