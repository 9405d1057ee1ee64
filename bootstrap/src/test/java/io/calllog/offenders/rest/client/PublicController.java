package io.calllog.offenders.rest.client;

import org.springframework.web.bind.annotation.RestController;

/** A controller that everybody can see. */
@RestController
public class PublicController {}
