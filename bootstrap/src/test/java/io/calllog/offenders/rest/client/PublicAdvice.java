package io.calllog.offenders.rest.client;

import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A public advice. */
@RestControllerAdvice
public class PublicAdvice {}
